import type { Row, Snapshot } from './snapshot.ts'

/** What an action wrote in each tab: the columns that it changed, `+` for rows that came, `-` for rows that went. */
export type Written = Record<string, string[]>

/** What is different, in tabs and columns. */
export function changes(before: Snapshot, after: Snapshot): Written {
  const written: Written = {}
  for (const tab of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const found = changedIn(before[tab] ?? {}, after[tab] ?? {})
    if (found.length > 0) written[tab] = found
  }
  return written
}

function changedIn(before: Record<string, Row>, after: Record<string, Row>): string[] {
  const found = new Set<string>()
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[key], after[key]]
    if (!was) found.add('+')
    else if (!is) found.add('-')
    else for (const field of changedFields(was, is)) found.add(field)
  }
  return [...found].sort()
}

function changedFields(was: Row, is: Row): string[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => was[field] !== is[field])
}
