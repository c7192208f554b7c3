/** How far an update of facts came, and what it found so far. */
export type FactsCursor = {
  /** Rows that are written, from the first. */
  done: number
  /** The customers in them, whatever their order. */
  who: number
  answered: number
  withComplaints: number
  /** ISO instant of the last page. */
  at: string
}

const property = 'FACTS_CURSOR'
/** What was written longer ago is not the latest any more. */
const HOURS = 6
const MS_PER_HOUR = 3_600_000

/** Where an update came that was stopped or killed; undefined where none was, or where it lies hours back. */
export function factsCursor(): FactsCursor | undefined {
  const kept = PropertiesService.getDocumentProperties().getProperty(property)
  const cursor = kept ? (JSON.parse(kept) as FactsCursor) : undefined
  return cursor && Date.now() - Date.parse(cursor.at) <= HOURS * MS_PER_HOUR ? cursor : undefined
}

/** Keeps it after each page. */
export function keepFactsCursor(cursor: FactsCursor): void {
  PropertiesService.getDocumentProperties().setProperty(property, JSON.stringify(cursor))
}

/** To be called once the last page is written. */
export function dropFactsCursor(): void {
  PropertiesService.getDocumentProperties().deleteProperty(property)
}

/** A number that tells sets of customers apart and does not change when they are sorted; sums of parts add up. */
export function whoIn(ids: readonly string[]): number {
  let sum = 0
  for (const id of ids) {
    let hash = 17
    for (let at = 0; at < id.length; at++) hash = (Math.imul(hash, 31) + id.charCodeAt(at)) | 0
    sum = (sum + Math.imul(hash, hash | 1)) | 0
  }
  return sum
}
