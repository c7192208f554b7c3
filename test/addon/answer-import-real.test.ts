import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalOf } from '../../addon/sidebar/surveys/import/problem-text.ts'
import { en } from '../../core/messages/en.ts'
import { type RunningBackend, startBackend } from '../../local/backend.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { preparedAnswers } from './imported-answers.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

const file = fileURLToPath(new URL('../../../shared/data/nps_botanic_scores.csv', import.meta.url))

type Visitor = { nps: number | undefined; satisfaction: number | undefined; band: string; month: number }
type Figure = { value: string; n: number; figure: number | null }

const questions = [
  { id: 'nps', type: 'nps', title: 'Would you recommend the garden?', required: true },
  { id: 'csat', type: 'csat', title: 'How satisfied are you?', points: 10 },
]
const header = ['Date', 'Would you recommend the garden?', 'How satisfied are you?', 'Segment']
/** Rows that are wrong, and the sentence that says why. */
const planted: [Cell[], string][] = [
  [['', 9, 8, 'Often'], 'The date is blank. Fill it in.'],
  [['31/02/2025', 9, 8, 'Often'], '"31/02/2025" is not a date. Write it as 2024-12-31.'],
  [['2027-01-01', 9, 8, 'Often'], '2027-01-01 lies in the future. Correct the date.'],
  [['2025-03-01', 11, 8, 'Often'], 'Would you recommend the garden?: "11" is not a whole number from 0 to 10.'],
  [['2025-03-01', 9, 0, 'Often'], 'How satisfied are you?: "0" is not a whole number from 1 to 10.'],
  [['2025-03-01', 'ten', '', ''], 'Would you recommend the garden?: "ten" is not a whole number from 0 to 10.'],
  [['2025-03-01', '', '', 'Often'], 'No question is answered.'],
  [['2025-03-01', 9, 8, 'x'.repeat(201)], 'Segment has more than 200 characters. Shorten it.'],
]
/** Planted from this row of the sheet on, so that good rows stand on both sides. */
const PLANTED_AT = 5002
const withoutNps = ({ satisfaction }: Visitor) =>
  satisfaction === undefined ? 'No question is answered.' : 'Would you recommend the garden?: an answer is needed.'

describe.runIf(existsSync(file))('13,954 answers of visitors to botanic gardens', () => {
  const visitors = existsSync(file) ? visitorsIn(readFileSync(file, 'utf8')) : []
  let backend: RunningBackend
  let sheet: SheetHarness
  let surveys: string
  let surveyId: string
  let headers: Record<string, string>

  beforeAll(async () => {
    backend = await startBackend({ dir: ':memory:', port: 0, now: () => new Date('2026-03-10T08:00:00Z') })
    const rows = visitors.map(({ nps, satisfaction, band, month }): Cell[] => [
      ...[{ date: serial(dayOf(month)) }, nps ?? '', satisfaction ?? '', band],
    ])
    rows.splice(PLANTED_AT - 2, 0, ...planted.map(([cells]) => cells))
    sheet = await sheetHarness({ tabs: { Visitors: [header, ...rows] }, backend })
    const { workspaceId } = await sheet.call<{ workspaceId: string }>('connectWorkspace', 'Gardens', 'connect')
    surveys = `${backend.url}/v1/workspaces/${workspaceId}/surveys`
    const token = await backend.identityToken({ sub: 'ann@example.com', email: 'ann@example.com', name: 'Ann' })
    // A connection that idled through the import may be closed just as it is used again.
    headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', Connection: 'close' }
    const body = JSON.stringify({ title: 'Gardens', questions })
    const reply = await fetch(surveys, { method: 'POST', headers: { ...headers, 'Idempotency-Key': 'make' }, body })
    surveyId = ((await reply.json()) as { surveyId: string }).surveyId
  })
  afterAll(() => backend.close())

  test('all are counted but the 342 without NPS and those that are wrong, each with its reason', async () => {
    const { prepared, send } = await preparedAnswers(sheet.call, surveyId, 'Visitors')
    const said = prepared.rejected.map((row) => refusalOf(row, questions as never, ({ title }) => String(title), en))
    const expected = [
      ...visitors.flatMap((visitor, at) =>
        visitor.nps === undefined ? [{ row: rowOf(at), why: withoutNps(visitor) }] : [],
      ),
      ...planted.map(([, why], at) => ({ row: PLANTED_AT + at, why })),
    ].sort((a, b) => a.row - b.row)
    expect(expected).toHaveLength(342 + planted.length)
    expect(said).toEqual(expected)
    expect(await send()).toMatchObject({ taken: 13_954 - 342, known: 0, refused: [] })
  })

  const cuts: [string, (visitor: Visitor) => string][] = [
    ['month', ({ month }) => dayOf(month).slice(0, 7)],
    ['segment', ({ band }) => band],
  ]
  test.each(cuts)('NPS and satisfaction by %s are those of an independent count', async (by, groupOf) => {
    expect(await figures('NPS', by)).toEqual(recounted(visitors, groupOf, nps))
    expect(await figures('CSAT', by)).toEqual(recounted(visitors, groupOf, satisfied))
  })

  async function figures(metric: string, by: string): Promise<Figure[]> {
    const reply = await fetch(`${surveys}/${surveyId}/figures?metric=${metric}&by=${by}`, { headers })
    const { rows } = (await reply.json()) as { rows: Figure[] }
    return rows.map(({ value, n, figure }) => ({ value, n, figure: expect.closeTo(figure as number, 9) }))
  }
})

/** Where a visitor stands in the sheet: those after the planted rows are pushed down. */
function rowOf(at: number): number {
  return at + 2 < PLANTED_AT ? at + 2 : at + 2 + planted.length
}

function visitorsIn(csv: string): Visitor[] {
  const number = (text: string | undefined) => (text === '' || text === undefined ? undefined : Number(text))
  const lines = csv.trim().split(/\r?\n/).slice(1)
  return lines.map((line) => {
    const [, score, satisfaction, , visits = '', , month] = line.split(',')
    const band = visits === '' ? 'Unknown' : Number(visits) < 2 ? 'Once' : Number(visits) < 7 ? 'Some' : 'Often'
    return { nps: number(score), satisfaction: number(satisfaction), band, month: Number(month) }
  })
}

/** A day of its own for each month from 0 on. */
function dayOf(month: number): string {
  return new Date(Date.UTC(2024, month, 15)).toISOString().slice(0, 10)
}

function serial(day: string): number {
  return Date.parse(day) / 86_400_000 + 25_569
}

/** Of those who said how likely they are to recommend, by value. */
function recounted(
  visitors: Visitor[],
  groupOf: (visitor: Visitor) => string,
  figureOf: (group: Visitor[]) => { n: number; figure: number },
): Figure[] {
  const counted = visitors.filter((visitor) => visitor.nps !== undefined)
  return [...new Set(counted.map(groupOf))]
    .sort()
    .map((value) => ({ value, ...figureOf(counted.filter((visitor) => groupOf(visitor) === value)) }))
}

function nps(group: Visitor[]): { n: number; figure: number } {
  const share = (of: (score: number) => boolean) => group.filter((visitor) => of(visitor.nps as number)).length
  const [promoters, detractors] = [share((score) => score >= 9), share((score) => score <= 6)]
  return { n: group.length, figure: ((promoters - detractors) / group.length) * 100 }
}

function satisfied(group: Visitor[]): { n: number; figure: number } {
  const scores = group.flatMap(({ satisfaction }) => satisfaction ?? [])
  return { n: scores.length, figure: scores.filter((score) => score >= 8).length / scores.length }
}
