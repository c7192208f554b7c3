/** The beginning of the properties' names: one property holds some 9,000 characters, so the pairs fill several. */
const PROPERTY = 'CUSTOMERS_APART_'
const MOST_LENGTH = 8_000

/** The pairs of ids of which somebody said that they are two customers. */
export function apartCustomers(): [string, string][] {
  return Object.values(parts()).flatMap((text) => JSON.parse(text) as [string, string][])
}

/** Remembers that two ids are two customers. */
export function keepApart(a: string, b: string): void {
  const all = parts()
  const open = Object.entries(all).find(([, text]) => text.length + a.length + b.length < MOST_LENGTH)
  const [name, text] = open ?? [`${PROPERTY}${Object.keys(all).length}`, '[]']
  const pairs = JSON.parse(text) as [string, string][]
  PropertiesService.getDocumentProperties().setProperty(name, JSON.stringify([...pairs, [a, b]]))
}

/** Forgets the pairs in which one of these customers is. */
export function forgetApart(ids: readonly string[]): void {
  for (const [name, text] of Object.entries(parts())) {
    const pairs = JSON.parse(text) as [string, string][]
    const kept = pairs.filter((pair) => !pair.some((id) => ids.includes(id)))
    if (kept.length < pairs.length) PropertiesService.getDocumentProperties().setProperty(name, JSON.stringify(kept))
  }
}

function parts(): Record<string, string> {
  const all = PropertiesService.getDocumentProperties().getProperties()
  return Object.fromEntries(Object.entries(all).filter(([name]) => name.startsWith(PROPERTY)))
}
