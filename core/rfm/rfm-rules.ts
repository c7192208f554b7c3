/** Scores that a rule accepts, both ends included. */
export type ScoreRange = readonly [low: number, high: number]

/** A segment and the scores, 1 to 5, that belong to it; without `m` any monetary score does. */
export type RfmRule<Name = string> = { name: Name; r: ScoreRange; f: ScoreRange; m?: ScoreRange }

export type RfmSegment =
  | 'champions'
  | 'loyal'
  | 'potentialLoyalists'
  | 'newCustomers'
  | 'promising'
  | 'needAttention'
  | 'aboutToSleep'
  | 'atRisk'
  | 'cantLoseThem'
  | 'hibernating'
  | 'lost'

export type RfmRuleSet = 'GRID' | 'RFM10' | 'CLASSIC'

type Row = readonly [name: RfmSegment, r: ScoreRange, f: ScoreRange, m?: ScoreRange]

/** R and F alone, each of the 25 cells in exactly one segment. */
const GRID: readonly Row[] = [
  ['champions', [5, 5], [4, 5]],
  ['loyal', [3, 4], [4, 5]],
  ['potentialLoyalists', [4, 5], [2, 3]],
  ['newCustomers', [5, 5], [1, 1]],
  ['promising', [4, 4], [1, 1]],
  ['needAttention', [3, 3], [3, 3]],
  ['aboutToSleep', [3, 3], [1, 2]],
  ['atRisk', [1, 2], [3, 4]],
  ['cantLoseThem', [1, 2], [5, 5]],
  ['hibernating', [1, 2], [1, 2]],
]

const RFM10: readonly Row[] = [
  ['champions', [5, 5], [5, 5], [5, 5]],
  ['potentialLoyalists', [3, 5], [3, 5], [2, 5]],
  ['loyal', [2, 4], [2, 4], [2, 4]],
  ['promising', [3, 4], [1, 3], [3, 5]],
  ['newCustomers', [4, 5], [1, 3], [1, 5]],
  ['cantLoseThem', [1, 2], [3, 4], [4, 5]],
  ['atRisk', [1, 2], [2, 5], [4, 5]],
  ['needAttention', [1, 3], [3, 5], [3, 5]],
  ['aboutToSleep', [2, 3], [1, 3], [1, 4]],
  ['lost', [1, 1], [1, 5], [1, 5]],
]

const CLASSIC: readonly Row[] = [
  ['champions', [4, 5], [4, 5], [4, 5]],
  ['loyal', [2, 5], [3, 5], [3, 5]],
  ['potentialLoyalists', [3, 5], [1, 3], [1, 3]],
  ['newCustomers', [4, 5], [1, 1], [1, 1]],
  ['promising', [3, 4], [1, 1], [1, 1]],
  ['needAttention', [2, 3], [2, 3], [2, 3]],
  ['aboutToSleep', [2, 3], [1, 2], [1, 2]],
  ['atRisk', [1, 2], [2, 5], [2, 5]],
  ['cantLoseThem', [1, 1], [4, 5], [4, 5]],
  ['lost', [1, 2], [1, 2], [1, 2]],
]

/** The named rule tables, in the order in which their rules are tried. */
export const rfmRules: Record<RfmRuleSet, readonly RfmRule<RfmSegment>[]> = {
  GRID: rules(GRID),
  RFM10: rules(RFM10),
  CLASSIC: rules(CLASSIC),
}

function rules(rows: readonly Row[]): RfmRule<RfmSegment>[] {
  return rows.map(([name, r, f, m]) => (m ? { name, r, f, m } : { name, r, f }))
}
