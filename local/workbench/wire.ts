/**
 * What the workbench's page and its host say to each other over one WebSocket, each message one JSON text.
 *
 * Opening: the host sends `init`; the page loads the workbook and answers `ready`; only then may the host send `op`.
 * The page owns the workbook while it is connected: the host answers scripts by `op` and keeps the last `save`.
 * When another page connects, the host sends `takenOver` to the first, which sends a last `save` where
 * something is not yet saved, and closes its socket; the host waits for that close (a few seconds at most) and only then sends `init` to the second.
 * Requests carry an `id` that the answer repeats; ids are the sender's own and never reused on one socket.
 */
import type { FunctionArgument, FunctionCard, FunctionResult, WorkbookOps, WorkbookSnapshot } from './workbook.ts'

export type HostMessage =
  | Init
  | OpRequest
  | { type: 'callResult'; id: number; result: FunctionResult }
  | { type: 'runResult'; id: number; result: RunResult }
  | { type: 'showSidebar'; title: string; html: string }
  | { type: 'showDialog'; title: string; html: string; width: number; height: number }
  | { type: 'closeSidebar' }
  | { type: 'toast'; title: string; message: string; seconds: number }
  | { type: 'alert'; id: number; title: string; message: string; buttons: AlertButtons }
  | { type: 'menu'; items: MenuItem[] }
  | { type: 'saved'; id: number }
  | { type: 'takenOver' }
  /** Another spreadsheet is open now. */
  | { type: 'reload' }

export type PageMessage =
  | { type: 'ready' }
  | { type: 'opResult'; id: number; result: OpResult }
  /** A custom function that a cell asks for. */
  | { type: 'call'; id: number; name: string; args: FunctionArgument[] }
  /** A menu item, or `google.script.run` in a sidebar or dialog. Args are plain JSON. */
  | { type: 'run'; id: number; from: 'menu' | 'sidebar' | 'dialog'; name: string; args: unknown[] }
  | { type: 'alertResult'; id: number; button: AlertButton }
  /** About a second after a change, and at once when the page is hidden; answered by `saved` once it is on disk. */
  | { type: 'save'; id: number; snapshot: WorkbookSnapshot }
  /** Makes a copy of what was saved last, and opens it; answered by `reload`. */
  | { type: 'copy' }
  /** Opens the spreadsheet of that key; answered by `reload`. */
  | { type: 'open'; key: string }
  /** The person changed the interface language: the host answers with `menu` in that language. */
  | { type: 'locale'; locale: 'en' | 'zh-CN' }

/** `snapshot` is null for a new, empty workbook. `menu` is what onOpen made, or empty where it has not run yet. */
export type Init = {
  type: 'init'
  snapshot: WorkbookSnapshot | null
  functions: FunctionCard[]
  menu: MenuItem[]
  locale: 'en' | 'zh-CN'
  /** The first spreadsheet and its copies, none where there is no copy; and the key of the one that this is. */
  documents: { key: string; name: string }[]
  document: string
}

/** An operation with its own parameters: a union over all of WorkbookOps. */
export type OpRequest = {
  [M in keyof WorkbookOps]: { type: 'op'; id: number; method: M; params: Parameters<WorkbookOps[M]>[0] }
}[keyof WorkbookOps]

export type OpResult = { ok: true; value: unknown } | { ok: false; message: string }
export type RunResult = { ok: true; value: unknown } | { ok: false; name: string; message: string }

/** An entry of the add-on's menu; `run` is the function's name. */
export type MenuItem = { caption: string; run: string } | { separator: true } | { caption: string; items: MenuItem[] }

export type AlertButtons = 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL'
export type AlertButton = 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE'
