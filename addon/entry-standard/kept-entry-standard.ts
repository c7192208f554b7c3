import { checkedEntryRules } from '../../core/entry-standard/checked-entry-rules.ts'
import { defaultEntryRules } from '../../core/entry-standard/default-entry-rules.ts'
import type { EntryRules, EntryStandard } from '../../core/entry-standard/entry-rule.ts'
import { InputError } from '../../core/input-error.ts'
import { me, nowTime } from '../sheet/now.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { userMessages } from '../user-language.ts'

/** What the document's properties keep of a version: its text is cut into so many parts, each a property. */
type Kept = Omit<EntryStandard, keyof EntryRules> & { parts: number }

const property = 'ENTRY_STANDARD'
/** A property takes 9 KB, and a Chinese character is three bytes of it. */
const PART = 2500

/** The rules of this spreadsheet; the default ones until somebody saves some. */
export function entryStandard(): EntryStandard {
  const kept = PropertiesService.getDocumentProperties().getProperties()
  const head = headOf(kept)
  if (!head) return { version: 0, savedAt: '', savedBy: '', rules: defaultEntryRules(), strict: false }
  const { parts, ...saved } = head
  const text = Array.from({ length: parts }, (_, at) => kept[partName(head.version, at)] ?? '').join('')
  return { ...saved, ...(JSON.parse(text) as EntryRules) }
}

/**
 * Keeps rules as the next version.
 *
 * The new parts are written before the head that names them, so that a crash leaves the version before.
 *
 * @param version The version that they were edited from.
 * @throws InputError `stale` where somebody saved another meanwhile; those of `checkedEntryRules`.
 */
export function keepEntryRules({ rules, strict }: EntryRules, version: number): EntryStandard {
  const checked = { rules: checkedEntryRules(rules, userMessages().tabs.customers.headers), strict: strict === true }
  return oneAtATime(() => {
    const store = PropertiesService.getDocumentProperties()
    const before = headOf(store.getProperties())
    if ((before?.version ?? 0) !== version) throw new InputError('stale', undefined)
    const next = { version: version + 1, savedAt: nowTime().toISOString(), savedBy: me() }
    const parts = cut(JSON.stringify(checked))
    store.setProperties(Object.fromEntries(parts.map((part, at) => [partName(next.version, at), part])))
    store.setProperty(property, JSON.stringify({ ...next, parts: parts.length } satisfies Kept))
    for (let at = 0; at < (before?.parts ?? 0); at++) store.deleteProperty(partName(version, at))
    return { ...next, ...checked }
  })
}

function headOf(kept: Record<string, string>): Kept | undefined {
  return kept[property] === undefined ? undefined : (JSON.parse(kept[property]) as Kept)
}

function partName(version: number, at: number): string {
  return `${property}.${version}.${at}`
}

function cut(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / PART) }, (_, at) => text.slice(at * PART, (at + 1) * PART))
}
