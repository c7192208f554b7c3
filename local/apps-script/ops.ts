import type { AlertButton, AlertButtons, MenuItem } from '../workbench/wire.ts'
import type { WorkbookOps } from '../workbench/workbook.ts'

/**
 * What the emulated services ask of the program around them, under Google's names.
 *
 * The services run in the script's own realm and can do no more than this: everything is plain JSON,
 * so no object of another realm ever reaches a script.
 */
export interface ScriptOps {
  'SpreadsheetApp.getActive'(p: WorkbookRequest): unknown
  'Ui.addToUi'(p: { items: MenuItem[] }): null
  'Ui.showSidebar'(p: { title: string; html: string }): null
  'Ui.showModalDialog'(p: { title: string; html: string; width: number; height: number }): null
  /** Waits for the person. */
  'Ui.alert'(p: { title: string; message: string; buttons: AlertButtons }): AlertButton
  /** E-mail addresses of those whom the spreadsheet is shared with, the owner among its editors. */
  'Spreadsheet.getSharing'(p: Record<string, never>): Sharing
  'Spreadsheet.toast'(p: { title: string; message: string; seconds: number }): null
  'HtmlService.createHtmlOutputFromFile'(p: { name: string }): string
  'PropertiesService.getProperties'(p: { store: StoreName }): Record<string, string>
  'PropertiesService.setProperties'(p: { store: StoreName; set: Record<string, string>; remove: string[] }): null
  'CacheService.getAll'(p: { store: StoreName; keys: string[] }): Record<string, string>
  'CacheService.putAll'(p: { store: StoreName; values: Record<string, string>; seconds: number }): null
  'CacheService.removeAll'(p: { store: StoreName; keys: string[] }): null
  'LockService.isHeldElsewhere'(p: Record<string, never>): boolean
  'UrlFetchApp.fetchAll'(p: { requests: FetchRequest[] }): FetchReply[]
  'ScriptApp.getIdentityToken'(p: Record<string, never>): string
  'ScriptApp.getProjectTriggers'(p: Record<string, never>): TimedTrigger[]
  'ScriptApp.newTrigger'(p: Omit<TimedTrigger, 'id' | 'owner'>): TimedTrigger
  'ScriptApp.deleteTrigger'(p: { id: string }): null
  'Session.getActiveUserLocale'(p: Record<string, never>): string
  'Session.getScriptTimeZone'(p: Record<string, never>): string
  'Session.getEffectiveUser'(p: Record<string, never>): { email: string; key: string }
  console(p: LogLine): null
}

/** What needs no answer from outside the worker. */
export interface WorkerOps {
  'Utilities.sleep'(p: { milliseconds: number }): null
  'Utilities.getUuid'(p: Record<string, never>): string
  'Utilities.computeDigest'(p: { algorithm: string; value: Data }): number[]
  'Utilities.computeHmacSignature'(p: { algorithm: string; value: Data; key: Data }): number[]
  'Utilities.base64Encode'(p: { data: Data; webSafe: boolean }): string
  'Utilities.base64Decode'(p: { encoded: string; webSafe: boolean }): number[]
  /** The text that bytes in base64 are in a character set. */
  'Utilities.textOf'(p: { encoded: string; charset: string }): string
}

/** A text, meant as UTF-8, or bytes, which are signed as in Java and so in Apps Script. */
export type Data = string | number[]

export type RealmOps = ScriptOps & WorkerOps

/** The services' only way out: takes and gives JSON text, and never throws. */
export type Bridge = (op: keyof RealmOps, params: string) => string
export type BridgeReply = { value: unknown } | { error: string }

/** A workbook operation with its own parameters: a union over all of WorkbookOps. */
export type WorkbookRequest = {
  [M in keyof WorkbookOps]: { method: M; params: Parameters<WorkbookOps[M]>[0] }
}[keyof WorkbookOps]

export type StoreName = 'script' | 'document' | 'user'
export type LogLine = { level: 'log' | 'info' | 'warn' | 'error'; text: string }
export type Sharing = { editors: string[]; viewers: string[] }
/** `owner` is the key of the person who made it, whom alone it is listed for. */
export type TimedTrigger = { id: string; handler: string; everyMinutes: number; owner?: string }

/** `body` is bytes in base64, or null for none. */
export type FetchRequest = {
  url: string
  method: string
  headers: Record<string, string>
  body: string | null
  followRedirects: boolean
  timeoutSeconds: number
}
/** An answer, whatever its status, or the sentence that says why there is none. */
export type FetchReply =
  | { status: number; headers: Record<string, string | string[]>; body: string }
  | { error: string }

/**
 * How much a run may do: `full` for sidebars, menu items and triggers; `menu` for onOpen, which runs
 * without authorisation; `function` for a custom function in a cell.
 */
export type Mode = 'full' | 'menu' | 'function'

/** What the services give the worker: each takes and gives JSON text. */
export type Realm = {
  /** Call after the services are installed and before the script is evaluated. */
  ready(): void
  run(name: string, args: string): string
  callFunction(name: string, args: string): string
  failure(error: unknown): { name: string; message: string }
}
