import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalOf } from '../../addon/sidebar/complaints-import/problem-text.ts'
import { en } from '../../core/messages/en.ts'
import { type RunningBackend, startBackend } from '../../local/backend.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { preparedComplaints } from './imported-complaints.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

const file = fileURLToPath(new URL('../../../shared/data/cfpb_complaints_sample.csv', import.meta.url))

type Figure = { value: string; n: number; figure: number | null }
type Told = { number: string; state: string; reference: string; channel: string; description: string }

/** Wrong rows by what differs from a good one, and the sentence that says why. */
const planted: [Record<string, Cell>, string][] = [
  [{ 'Date received': '' }, 'The date of reception is blank. Fill it in.'],
  [{ 'Date received': '2016-13-01' }, 'Received "2016-13-01" is not a date. Write it as 2024-12-31.'],
  [
    { 'Date received': '2099-01-01', 'Date sent to company': '' },
    'Received "2099-01-01" lies in the future. Correct the date.',
  ],
  [{ 'Date sent to company': '2016-09-11' }, 'First response is before Received. Correct one of the dates.'],
  [
    { 'Company response to consumer': 'Lost' },
    'Status "Lost" is not known. Say under "What words mean" what it stands for.',
  ],
  [{ Product: '', Issue: '' }, 'Description and category are blank. Fill one in.'],
  [{ Product: 'x'.repeat(201) }, 'Category has more than 200 characters. Shorten it.'],
]
/** Planted from this row of the sheet on, so that good rows stand on both sides. */
const PLANTED_AT = 202

describe.runIf(existsSync(file))('494 complaints about banks', () => {
  const [header = [], ...lines] = existsSync(file) ? readFileSync(file, 'utf8').trim().split(/\r?\n/).map(fieldsOf) : []
  const complaints = lines.map((fields) => Object.fromEntries(header.map((name, at) => [name, fields[at] ?? ''])))
  const of = (name: string) => (complaint: Record<string, string>) => complaint[name] as string
  let backend: RunningBackend
  let sheet: SheetHarness
  let path: string
  let headers: Record<string, string>

  beforeAll(async () => {
    backend = await startBackend({ dir: ':memory:', port: 0, now: () => new Date('2026-03-10T08:00:00Z') })
    const rows = complaints.map((complaint) => header.map((name): Cell => cellOf(name, of(name)(complaint))))
    const good = { ...complaints[0], 'Complaint ID': '1' }
    const bad = planted.map(([wrong]) => header.map((name) => ({ ...good, ...wrong })[name] ?? ''))
    rows.splice(PLANTED_AT - 2, 0, ...bad)
    sheet = await sheetHarness({ tabs: { CFPB: [header, ...rows] }, backend })
    const { workspaceId } = await sheet.call<{ workspaceId: string }>('connectWorkspace', 'Bank', 'connect')
    path = `${backend.url}/v1/workspaces/${workspaceId}`
    const token = await backend.identityToken({ sub: 'ann@example.com', email: 'ann@example.com', name: 'Ann' })
    // A connection that idled through the import may be closed just as it is used again.
    headers = { Authorization: `Bearer ${token}`, Connection: 'close' }
  })
  afterAll(() => backend.close())

  test('all are imported but those that are wrong, each with its reason; once more changes nothing', async () => {
    const { plan, prepared, send } = await preparedComplaints(sheet.call, 'CFPB')
    const named = Object.fromEntries(Object.entries(plan.at).map(([part, position]) => [part, header[position]]))
    expect(named).toEqual({
      ...{ receivedAt: 'Date received', firstResponseAt: 'Date sent to company', reference: 'Complaint ID' },
      ...{ status: 'Company response to consumer', segment: 'Company', channel: 'Submitted via' },
      ...{ category: 'Product', description: 'Issue' },
    })
    const said = prepared.rejected.map((row) => refusalOf(row, en))
    expect(said).toEqual(planted.map(([, why], at) => ({ row: PLANTED_AT + at, why })))
    expect(await send()).toMatchObject({ taken: 494, known: 0, refused: [] })
    expect(await preparedComplaints(sheet.call, 'CFPB')).toMatchObject({ prepared: { toSend: [], known: 494 } })
  })

  const cuts: [string, (complaint: Record<string, string>) => string][] = [
    ['category', of('Product')],
    ['segment', of('Company')],
    ['month', (complaint) => of('Date received')(complaint).slice(0, 7)],
  ]
  test.each(cuts)('how many there are by %s is what an independent count says', async (by, groupOf) => {
    const counted = countBy(complaints.map(groupOf))
    const { rows } = await asked<{ rows: Figure[] }>(`complaint-figures?metric=NEW&by=${by}`)
    const some = rows.filter(({ n }) => n > 0)
    const values = [...counted.keys()].sort()
    expect(some).toEqual(values.map((value) => ({ value, n: counted.get(value), figure: counted.get(value) })))
    const cells = await sheet.call<[string, number, number][]>('TS_COMPLAINTS', 'NEW', by)
    expect(cells.slice(1).filter(([, n]) => n > 0)).toEqual(some.map(({ value, n }) => [value, n, n]))
  })

  test('they are open or closed as the companies said, and answered after so many working hours', async () => {
    const isClosed = (complaint: Record<string, string>) =>
      of('Company response to consumer')(complaint).startsWith('Closed')
    const closed = complaints.filter(isClosed).length
    expect(await sheet.call('TS_COMPLAINTS', 'CLOSED')).toBe(closed)
    expect(await sheet.call('TS_COMPLAINTS', 'OPEN')).toBe(494 - closed)
    // Nobody of them is in a customer file, so that nobody is known to have come back.
    expect(await sheet.call('TS_COMPLAINTS', 'REPEAT_RATE')).toBe('')
    const hours = complaints.map((each) => 8 * workdays(of('Date received')(each), of('Date sent to company')(each)))
    expect(await sheet.call('TS_COMPLAINTS', 'MEDIAN_RESPONSE_HOURS')).toBe(median(hours))
    const late = complaints.filter((_, at) => (hours[at] as number) > 4).filter(isClosed).length
    expect(await sheet.call('TS_COMPLAINTS', 'BREACHED')).toBeGreaterThanOrEqual(late)
  })

  test('their numbers are of their years, without gaps, and each keeps the one that it had', async () => {
    const { complaints: told } = await asked<{ complaints: Told[] }>('complaints?status=all&limit=500')
    const years = countBy(complaints.map((each) => of('Date received')(each).slice(0, 4)))
    const numbers = [...years].flatMap(([year, n]) =>
      Array.from({ length: n }, (_, i) => `C-${year}-${String(i + 1).padStart(6, '0')}`),
    )
    expect(told.map(({ number }) => number).sort()).toEqual(numbers.sort())
    expect(told.map(({ reference }) => reference).sort()).toEqual(complaints.map(of('Complaint ID')).sort())
    const channels = complaints.map((each) =>
      of('Submitted via')(each).replace('Phone', 'hotline').replace('Web', 'web'),
    )
    expect(countBy(told.map(({ channel }) => channel))).toEqual(countBy(channels))
  })

  async function asked<T>(what: string): Promise<T> {
    return (await (await fetch(`${path}/${what}`, { headers })).json()) as T
  }
})

/** As Sheets has it once the file is opened there. */
function cellOf(name: string, text: string): Cell {
  if (name.startsWith('Date ')) return text === '' ? '' : { date: Date.parse(text) / 86_400_000 + 25_569 }
  return name === 'Complaint ID' ? Number(text) : text
}

function fieldsOf(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .map(([, field = '']) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field))
    .slice(0, 13)
}

function countBy(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** Mondays to Fridays from one day until before another. */
function workdays(from: string, until: string): number {
  let days = 0
  for (let day = Date.parse(from); day < Date.parse(until); day += 86_400_000) {
    if (![0, 6].includes(new Date(day).getUTCDay())) days++
  }
  return days
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2
    ? (sorted[Math.floor(middle)] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
