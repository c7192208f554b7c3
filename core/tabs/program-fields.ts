/** The fields of a customer that only programs fill: nobody enters them. */
export const countedFields: readonly string[] = [
  ...['score', 'tier', 'lifecycleStage', 'valueClass', 'completeness'],
  ...['latestNps', 'satisfaction', 'lastAnswer', 'complaints', 'lastContact'],
]

const filled: ReadonlySet<string> = new Set([...countedFields, 'needs', 'nextContact'])

/**
 * Whether Tiersheet itself may have filled a field of a customer: what only programs fill, what classes and logged
 * contacts put where people write too, and each standard's own score and tier (`score:…`, `tier:…`).
 */
export function isProgramField(field: string): boolean {
  return filled.has(field) || /^(score|tier):/.test(field)
}
