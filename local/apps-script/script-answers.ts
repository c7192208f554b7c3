import { createHash } from 'node:crypto'
import { decodeJwt } from 'jose'
import type { AlertButton, AlertButtons, MenuItem } from '../workbench/wire.ts'
import type { WorkbookCall } from '../workbench/workbook.ts'
import type { CacheStore } from './cache-store.ts'
import { loopbackFetch } from './loopback-fetch.ts'
import type { LogLine, ScriptOps, Sharing, TimedTrigger } from './ops.ts'
import type { PropertyStore } from './property-store.ts'
import type { TriggerStore } from './trigger-store.ts'

/** What a person sees of a script: the page shows it, a test looks at it. */
export type ScriptUi = {
  menu(items: MenuItem[]): void
  sidebar(sidebar: { title: string; html: string }): void
  dialog(dialog: { title: string; html: string; width: number; height: number }): void
  /** Gives the button that the person chose, `CLOSE` where the box was closed. */
  alert(alert: { title: string; message: string; buttons: AlertButtons }): Promise<AlertButton>
  toast(toast: { title: string; message: string; seconds: number }): void
}

export type ScriptWorld = {
  workbook: WorkbookCall
  ui: ScriptUi
  properties: PropertyStore
  cache: CacheStore
  triggers: TriggerStore
  html(name: string): string | undefined | Promise<string | undefined>
  identityToken(): string | Promise<string>
  /** The person's language, such as `en` or `zh-CN`. */
  locale(): string
  /** The script's own time zone, as its manifest says. */
  timeZone: string
  log(line: LogLine): void
  /** How long a reply from elsewhere is waited for at most. */
  fetchMs: number
  /** Whether somebody else's run holds the document's lock. */
  isLocked(): boolean
  /** Whom the spreadsheet is shared with; with the person alone where it is not told. */
  sharing?: Sharing
}

export type ScriptAnswers = {
  [O in keyof ScriptOps]: (
    p: Parameters<ScriptOps[O]>[0],
  ) => ReturnType<ScriptOps[O]> | Promise<ReturnType<ScriptOps[O]>>
}

/** Answers each thing that the emulated services can ask. */
export function scriptAnswers(world: ScriptWorld): ScriptAnswers {
  const { ui, properties, cache, triggers } = world
  const me = async () => person(await world.identityToken())
  return {
    'SpreadsheetApp.getActive': ({ method, params }) => world.workbook(method, params as never),
    'Ui.addToUi': ({ items }) => nothing(ui.menu(items)),
    'Ui.showSidebar': (sidebar) => nothing(ui.sidebar(sidebar)),
    'Ui.showModalDialog': (dialog) => nothing(ui.dialog(dialog)),
    'Ui.alert': (alert) => ui.alert(alert),
    'Spreadsheet.getSharing': async () => world.sharing ?? { editors: [(await me()).email], viewers: [] },
    'Spreadsheet.toast': (toast) => nothing(ui.toast(toast)),
    'HtmlService.createHtmlOutputFromFile': ({ name }) => htmlFile(world, name),
    'PropertiesService.getProperties': ({ store }) => properties.all(store),
    'PropertiesService.setProperties': ({ store, set, remove }) => properties.change(store, set, remove).then(nothing),
    'CacheService.getAll': ({ store, keys }) => cache.getAll(store, keys),
    'CacheService.putAll': ({ store, values, seconds }) => nothing(cache.putAll(store, values, seconds)),
    'CacheService.removeAll': ({ store, keys }) => nothing(cache.removeAll(store, keys)),
    'LockService.isHeldElsewhere': () => world.isLocked(),
    'UrlFetchApp.fetchAll': ({ requests }) =>
      Promise.all(requests.map((request) => loopbackFetch(request, world.fetchMs))),
    'ScriptApp.getIdentityToken': () => world.identityToken(),
    'ScriptApp.getProjectTriggers': () => own(world),
    'ScriptApp.newTrigger': async (trigger) => {
      const owner = await ownKey(world)
      return triggers.add({ ...trigger, ...(owner && { owner }) })
    },
    'ScriptApp.deleteTrigger': ({ id }) => triggers.remove(id).then(nothing),
    'Session.getActiveUserLocale': () => world.locale(),
    'Session.getScriptTimeZone': () => world.timeZone,
    'Session.getEffectiveUser': me,
    console: (line) => nothing(world.log(line)),
  }
}

function nothing(_done: unknown): null {
  return null
}

async function htmlFile({ html }: ScriptWorld, name: string): Promise<string> {
  const text = await html(name)
  if (text === undefined) throw new Error(`No HTML file named ${name} was found.`)
  return text
}

/** A person's own triggers; those that nobody signed in made, or a former version, are everybody's. */
async function own(world: ScriptWorld): Promise<TimedTrigger[]> {
  const key = await ownKey(world)
  return world.triggers.all().filter(({ owner }) => owner === undefined || owner === key)
}

/** Undefined where nobody is signed in. */
async function ownKey({ identityToken }: ScriptWorld): Promise<string | undefined> {
  try {
    return person(await identityToken()).key
  } catch {
    return undefined
  }
}

/** Who the identity token is about, so that the two can never disagree. */
function person(token: string): { email: string; key: string } {
  const { sub, email } = decodeJwt(token)
  const key = createHash('sha256')
    .update(sub ?? '')
    .digest('base64url')
  return { email: typeof email === 'string' ? email : '', key }
}
