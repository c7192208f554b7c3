import type { EventKind } from '../../core/tiering/dated-event.ts'

const byKey: [pattern: RegExp, kinds: EventKind[]][] = [
  [/^orders:/, ['order']],
  [/^contacts:|^field:lastContact$/, ['contact']],
  [/^field:(latestNps|satisfaction|lastAnswer)$/, ['answer', 'complaint']],
  [/^field:complaints$/, ['complaint']],
]

/** Which kinds of events bear on an indicator: a complaint bears on what the customer answers, too. */
export function eventKindsOf(key: string): EventKind[] {
  return byKey.find(([pattern]) => pattern.test(key))?.[1] ?? []
}
