import type { Draft } from './draft-survey.ts'

const parts = ['title', 'questions', 'settings'] as const
export type DraftPart = (typeof parts)[number]

/**
 * What somebody typed, on top of what somebody else saved meanwhile: of each part that only one of them changed, that
 * change; where both did, what was typed, and the part is named.
 *
 * @param base As the survey was when the typing began.
 */
export function mergedDraft(base: Draft, mine: Draft, theirs: Draft): { draft: Draft; both: DraftPart[] } {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  const taken = parts.filter((part) => same(mine[part], base[part]))
  const both = parts.filter(
    (part) => !taken.includes(part) && !same(theirs[part], base[part]) && !same(theirs[part], mine[part]),
  )
  const fromTheirs = Object.fromEntries(taken.map((part) => [part, theirs[part]]))
  return { draft: { ...mine, ...fromTheirs, revision: theirs.revision }, both }
}
