import { checkedEntryRules } from '../../core/entry-standard/checked-entry-rules.ts'
import { defaultEntryRules } from '../../core/entry-standard/default-entry-rules.ts'
import type { EntryRules, EntryStandard } from '../../core/entry-standard/entry-rule.ts'
import { type WayBack, wayBack, wentBack } from '../../core/entry-standard/way-back.ts'
import { InputError } from '../../core/input-error.ts'
import { me, nowTime } from '../sheet/now.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { userMessages } from '../user-language.ts'

type Properties = Record<string, string>
type Store = GoogleAppsScript.Properties.Properties
type Stamp = Omit<EntryStandard, keyof EntryRules>
/** What the document's properties keep of an earlier version: the way to it from the version after. */
type Earlier = Stamp & WayBack

/** Whose and when the version in force is; the rules of a version stand in parts under its number. */
const property = 'ENTRY_STANDARD'
const earlierProperty = 'ENTRY_EARLIER'
/** A property takes 9 KB, and a Chinese character is three bytes of it. */
const PART = 2500

/** The rules of this spreadsheet; the default ones until somebody saves some. */
export function entryStandard(): EntryStandard {
  return standardIn(PropertiesService.getDocumentProperties().getProperties())
}

/** The versions before the one in force, the latest first. */
export function earlierStandards(): EntryStandard[] {
  const kept = PropertiesService.getDocumentProperties().getProperties()
  const found: EntryStandard[] = []
  for (let last = standardIn(kept); ; last = found[found.length - 1] as EntryStandard) {
    const text = joined(kept, earlierProperty, last.version - 1)
    if (!text) return found
    const { version, savedAt, savedBy, ...way } = JSON.parse(text) as Earlier
    found.push({ version, savedAt, savedBy, ...wentBack(last, way) })
  }
}

/**
 * Keeps rules as the next version, and the way back to the version before.
 *
 * All of it is written before the head that names it, so that a crash leaves the version before.
 *
 * @param version The version that they were edited from.
 * @throws InputError `stale` where somebody saved another meanwhile; those of `checkedEntryRules`.
 */
export function keepEntryRules({ rules, strict }: EntryRules, version: number): EntryStandard {
  const checked = { rules: checkedEntryRules(rules, userMessages().tabs.customers.headers), strict: strict === true }
  return oneAtATime(() => {
    const store = PropertiesService.getDocumentProperties()
    const before = standardIn(store.getProperties())
    if (before.version !== version) throw new InputError('stale', undefined)
    const next = { version: version + 1, savedAt: nowTime().toISOString(), savedBy: me() }
    const { rules: _, strict: __, ...stamp } = before
    putParts(store, property, next.version, JSON.stringify(checked))
    if (version > 0) {
      putParts(store, earlierProperty, version, JSON.stringify({ ...stamp, ...wayBack(checked, before) } as Earlier))
    }
    store.setProperty(property, JSON.stringify(next))
    dropParts(store, property, version)
    return { ...next, ...checked }
  })
}

function standardIn(kept: Properties): EntryStandard {
  if (kept[property] === undefined) {
    return { version: 0, savedAt: '', savedBy: '', rules: defaultEntryRules(), strict: false }
  }
  const { version, savedAt, savedBy } = JSON.parse(kept[property]) as Stamp
  return { version, savedAt, savedBy, ...(JSON.parse(joined(kept, property, version)) as EntryRules) }
}

function partName(name: string, version: number, at: number | ''): string {
  return `${name}.${version}.${at}`
}

/** Cuts a version's text into properties, in the place of those that a run that was cut short left. */
function putParts(store: Store, name: string, version: number, text: string): void {
  dropParts(store, name, version)
  const parts = Array.from({ length: Math.ceil(text.length / PART) }, (_, at) => text.slice(at * PART, (at + 1) * PART))
  store.setProperties(Object.fromEntries(parts.map((part, at) => [partName(name, version, at), part])))
}

function dropParts(store: Store, name: string, version: number): void {
  const prefix = partName(name, version, '')
  for (const key of store.getKeys()) if (key.startsWith(prefix)) store.deleteProperty(key)
}

/** A version's text; '' where none is kept. */
function joined(kept: Properties, name: string, version: number): string {
  const parts: string[] = []
  for (
    let part = kept[partName(name, version, 0)];
    part !== undefined;
    part = kept[partName(name, version, parts.length)]
  )
    parts.push(part)
  return parts.join('')
}
