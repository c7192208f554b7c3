import { describe, expect, test } from 'vitest'
import type { Standard } from '../../core/standard/standard.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

type Page = { next: number | null; done: number; total: number; round: string }

const MS_PER_DAY = 86_400_000
const iso = (ahead: number) =>
  new Date((Math.floor(Date.now() / MS_PER_DAY) + ahead) * MS_PER_DAY).toISOString().slice(0, 10)

/** What moved a score names the indicator: with such a name one call cannot write the moves of all customers. */
const LABEL = 'Visits'.padEnd(8000, '.')
const CUSTOMERS = 150

const standard: Standard = {
  ...{ name: 'Main', version: 0, method: 'MINMAX', cut: 'SCORE', product: '', note: '' },
  indicators: [{ key: 'column:Visits', label: LABEL, direction: 1, weight: 1 }],
  tiers: [
    { label: 'B', from: 0 },
    { label: 'A', from: 50 },
  ],
  limits: { probability: null, collectDays: null },
}

const visits = (at: number) => (at % 2 === 0 ? 10 : 0)
const tierOfVisits = (cell: Cell | undefined) => ((cell as number) >= 5 ? 'A' : 'B')

/** Applied once; then every customer's visits change so that all of them move. */
async function turned(customers = CUSTOMERS, label = LABEL): Promise<SheetHarness> {
  const rows = Array.from({ length: customers }, (_, at): Cell[] => [`C${at}`, `Firm ${at}`, visits(at)])
  const sheet = await sheetHarness({ tabs: { Customers: [['Customer ID', 'Name', 'Visits'], ...rows] } })
  await whole(() => sheet.call('applyTiers', { ...standard, indicators: [{ ...standard.indicators[0]!, label }] }))
  rows.forEach((_, at) => {
    sheet.type('Customers', at + 2, 3, visits(at + 1))
  })
  return sheet
}

/** Sends an action's calls until it is over. */
async function whole(send: () => Promise<unknown>): Promise<Page[]> {
  const pages: Page[] = []
  do pages.push((await send()) as Page)
  while (typeof pages.at(-1)?.next === 'number')
  return pages
}

const applyAll = (sheet: SheetHarness) => whole(() => sheet.call('applyTiers', standard))
const publishAll = (sheet: SheetHarness) => whole(() => sheet.call('publishRound', 'R-001', iso(90)))

const history = (sheet: SheetHarness) =>
  sheet
    .table('Tier history')
    .slice(1)
    .map(([, , customer, , , from, to, , , cause]) => `${customer} ${from}>${to} ${cause}`)
const byCustomer = (sheet: SheetHarness, header: string) => {
  const cells = sheet.column('Customers', header)
  return Object.fromEntries(sheet.column('Customers', 'Customer ID').map((id, row) => [String(id), cells[row]]))
}
const column = (sheet: SheetHarness, tab: string, header: string) =>
  sheet.tabNames().includes(tab) ? sheet.column(tab, header) : []

/** What people see of tiers, without times. */
const told = (sheet: SheetHarness) => ({
  ...{ tiers: byCustomer(sheet, 'Tier'), scores: byCustomer(sheet, 'Score'), history: history(sheet).sort() },
  overrides: column(sheet, 'Tier overrides', 'Customer ID'),
  until: column(sheet, 'Tier overrides', 'Until'),
  rounds: column(sheet, 'Evaluation rounds', 'Round'),
  states: column(sheet, 'Evaluation rounds', 'Status'),
  proposals: column(sheet, 'Round proposals', 'Customer ID').map(String).sort(),
  parts: column(sheet, 'Score parts', 'Customer ID').length,
  versions: column(sheet, 'Standards', 'Version'),
})

/** Runs that take long are killed after every write only where all is asked for, and with a file of full size. */
const isThorough = process.env.THOROUGH !== undefined

/**
 * Does something after being killed after no write, one write, two and so on, until the first time gets through, and
 * compares what is told with what it is where nothing was killed.
 *
 * @returns How many writes there were.
 */
async function killedEverywhere(
  sheet: SheetHarness,
  act: (sheet: SheetHarness) => Promise<unknown>,
  step = 7,
): Promise<number> {
  const restore = sheet.snapshot()
  await act(sheet)
  const expected = told(sheet)
  for (let writes = 0; ; writes += isThorough ? 1 : step) {
    await restore()
    sheet.killAfter(writes)
    const isThrough = await act(sheet).then(
      () => true,
      () => false,
    )
    sheet.revive()
    if (!isThrough) await act(sheet)
    expect(told(sheet), `killed after ${writes} writes`).toEqual(expected)
    if (isThrough) return writes
  }
}

describe('killed after any of its writes and begun again, the same comes of', () => {
  test('a first run of a standard', async () => {
    const sheet = await sheetHarness({
      tabs: {
        Customers: [
          ['Customer ID', 'Visits'],
          ['C0', 1],
          ['C1', 9],
        ],
      },
    })
    expect(await killedEverywhere(sheet, applyAll, 5)).toBeGreaterThan(40)
    expect(await sheet.call('scoreSetup')).toMatchObject({ cutShort: [] })
  })

  test('a later run, a round from its start to its publication, an override and its end', async () => {
    const sheet = await turned(4, 'Visits')
    const restore = sheet.snapshot()
    expect(await killedEverywhere(sheet, applyAll)).toBeGreaterThan(20)
    await restore()
    const start = () => sheet.call('startRound', 'Main')
    const startOnce = () =>
      start().catch((error: Error) => {
        if (!error.message.includes('is not over yet')) throw error
      })
    expect(await killedEverywhere(sheet, startOnce)).toBeGreaterThan(10)
    await sheet.call('setRoundException', 'R-001', 'C1', 'B', 'asked for')
    expect(await killedEverywhere(sheet, () => sheet.call('approveRound', 'R-001'))).toBeGreaterThan(1)
    expect(await killedEverywhere(sheet, publishAll)).toBeGreaterThan(30)
    expect(byCustomer(sheet, 'Tier')).toEqual({ C0: 'B', C1: 'B', C2: 'B', C3: 'A' })
    const override = { standard: 'Main', customerId: 'C0', tier: 'A', reason: 'pilot', from: iso(0), until: iso(9) }
    expect(await killedEverywhere(sheet, () => sheet.call('setTierOverride', override))).toBeGreaterThan(10)
    expect(byCustomer(sheet, 'Tier')).toMatchObject({ C0: 'A' })
    expect(await killedEverywhere(sheet, () => sheet.call('endTierOverride', 'Main', 'C0'))).toBeGreaterThan(4)
    expect(byCustomer(sheet, 'Tier')).toMatchObject({ C0: 'B' })
  })

  test('a run, and a publication, whose moves take several calls', async () => {
    const sheet = await turned()
    const restore = sheet.snapshot()
    const pages = await applyAll(sheet)
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.map(({ total }) => total)).toEqual(pages.map(() => CUSTOMERS))
    await restore()
    expect(await killedEverywhere(sheet, applyAll, 19)).toBeGreaterThan(20)
    await restore()
    await sheet.call('startRound', 'Main')
    await sheet.call('approveRound', 'R-001')
    expect(await killedEverywhere(sheet, publishAll, 23)).toBeGreaterThan(30)
  })

  test.runIf(isThorough)('a first run over 50,000 customers', async () => {
    const rows = Array.from({ length: 50_000 }, (_, at): Cell[] => [`C${at}`, visits(at)])
    const sheet = await sheetHarness({ tabs: { Customers: [['Customer ID', 'Visits'], ...rows] } })
    for (const writes of [60, 20, 5, 40]) {
      sheet.killAfter(writes)
      await applyAll(sheet).catch(() => undefined)
      sheet.revive()
    }
    await applyAll(sheet)
    expect(sheet.column('Customers', 'Tier')).toEqual(rows.map((row) => tierOfVisits(row[1])))
    expect(new Set(sheet.column('Tier history', 'Customer ID')).size).toBe(50_000)
    expect(sheet.column('Tier history', 'Customer ID')).toHaveLength(50_000)
  })
})

test('a run that is stopped says so until it is over, and going on writes nothing twice', async () => {
  const sheet = await turned()
  const before = byCustomer(sheet, 'Tier')
  const page = await sheet.call<Page>('applyTiers', standard)
  expect(page).toMatchObject({ total: CUSTOMERS })
  expect([page.next, history(sheet).length]).toEqual([page.done, CUSTOMERS + page.done])
  expect(byCustomer(sheet, 'Tier')).toEqual(before)
  const cutShort = [{ standard: 'Main', round: '', by: 'ann@example.com' }]
  expect(await sheet.call('scoreSetup')).toMatchObject({ cutShort })
  expect(await sheet.call('tiersSetup')).toMatchObject({ cutShort })
  const [last] = await applyAll(sheet)
  expect(last).toMatchObject({ done: CUSTOMERS, total: CUSTOMERS, up: CUSTOMERS / 2, down: CUSTOMERS / 2 })
  expect(history(sheet)).toHaveLength(2 * CUSTOMERS)
  expect(new Set(sheet.column('Tier history', 'Run')).size).toBe(2)
  expect(await sheet.call('tiersSetup')).toMatchObject({ cutShort: [] })
})

test('of a large file a round is counted in one call and proposed in the next, if it is still the same', async () => {
  const sheet = await turned(4, 'Visits')
  sheet.insertRows('Customers', 6, 5100)
  sheet.type('Customers', 5100, 1, 'far')
  sheet.type('Customers', 5100, 3, 10)
  expect(await sheet.call('startRound', 'Main')).toMatchObject({ round: 'R-001', done: 1, total: 2, next: 1 })
  expect(sheet.tabNames()).not.toContain('Evaluation rounds')
  await expect(sheet.call('startRound', 'Main', 'R-002')).rejects.toThrow('What round R-002 counted is no longer kept')
  await expect(sheet.call('startRound', 'Other', 'R-001')).rejects.toThrow('What round R-001 counted is no longer kept')
  expect(await sheet.call('startRound', 'Main', 'R-001')).toMatchObject({ done: 2, next: null })
  expect(await sheet.call('tierRounds', 'Main', '')).toMatchObject({ counts: { total: 5, first: 1 } })
})

describe('somebody sorts the customers at any moment of it, and each value goes to its own customer', () => {
  /** Sorts before the first operation of an action, the second and so on, the other way each time. */
  async function sortedEverywhere(sheet: SheetHarness, act: () => Promise<unknown>, step = 23): Promise<void> {
    const restore = sheet.snapshot()
    await act()
    const expected = told(sheet)
    for (let after = 0; ; after += isThorough ? 1 : step) {
      await restore()
      sheet.disturb(after, () => sheet.sort('Customers', 'Name', { descending: true }))
      await act()
      if (!sheet.wasDisturbed()) return sheet.disturb(Number.POSITIVE_INFINITY, () => undefined)
      expect(told(sheet), `sorted after ${after} operations`).toEqual(expected)
    }
  }

  test('a standard, a round, an override and its end', async () => {
    const sheet = await turned(4, 'Visits')
    const restore = sheet.snapshot()
    await sortedEverywhere(sheet, () => applyAll(sheet))
    await restore()
    await sortedEverywhere(sheet, () => sheet.call('startRound', 'Main'))
    await sheet.call('approveRound', 'R-001')
    await sortedEverywhere(sheet, () => publishAll(sheet))
    const override = { standard: 'Main', customerId: 'C0', tier: 'A', reason: 'pilot', from: iso(0), until: iso(9) }
    await sortedEverywhere(sheet, () => sheet.call('setTierOverride', override))
    await sortedEverywhere(sheet, () => sheet.call('endTierOverride', 'Main', 'C0'))
    expect(byCustomer(sheet, 'Tier')).toEqual({ C0: 'B', C1: 'A', C2: 'B', C3: 'A' })
  })
})

test('each call reads a table once, and writes it once', async () => {
  const sheet = await turned(40, 'Visits')
  await sheet.call('setTierOverride', {
    standard: 'Main',
    customerId: 'C2',
    tier: 'A',
    reason: 'a',
    from: iso(0),
    until: '',
  })
  await sheet.call('startRound', 'Main')
  await sheet.call('cancelRound', 'R-001')
  const asked: Record<string, () => Promise<unknown>> = {
    startRound: () => sheet.call('startRound', 'Main'),
    tierRounds: () => sheet.call('tierRounds', 'Main', ''),
    setRoundException: () => sheet.call('setRoundException', 'R-002', 'C1', 'B', 'asked for'),
    approveRound: () => sheet.call('approveRound', 'R-002'),
    'tierRounds of one that is approved': () => sheet.call('tierRounds', 'Main', ''),
    publishRound: () => sheet.call('publishRound', 'R-002', iso(90)),
    applyTiers: () => sheet.call('applyTiers', standard),
    setTierOverride: () =>
      sheet.call('setTierOverride', {
        standard: 'Main',
        customerId: 'C0',
        tier: 'A',
        reason: 'b',
        from: iso(0),
        until: '',
      }),
    endTierOverride: () => sheet.call('endTierOverride', 'Main', 'C0'),
    tierOverrides: () => sheet.call('tierOverrides', 'Main'),
  }
  for (const [name, call] of Object.entries(asked)) {
    sheet.operations()
    await call()
    const tables = sheet.wholeReads()
    const { setValues = 0 } = sheet.operations()
    // What tells overrides apart is most of their columns, which are looked at again before and after they are written.
    const most = name === 'endTierOverride' ? 3 : 1
    expect(Math.max(...Object.values(tables)), `${name} reads ${JSON.stringify(tables)}`).toBe(most)
    expect(setValues, `${name} writes`).toBeLessThanOrEqual(Object.keys(tables).length)
  }
})

test('while somebody else is at work each of them is refused with a clear sentence, and writes nothing', async () => {
  const sheet = await turned(4, 'Visits')
  await sheet.call('startRound', 'Main')
  const before = sheet.tabNames().map((name) => sheet.table(name))
  sheet.lock(true)
  const override = { standard: 'Main', customerId: 'C0', tier: 'A', reason: 'pilot', from: iso(0), until: '' }
  const asked: [string, ...unknown[]][] = [
    ['applyTiers', standard],
    ['startRound', 'Other'],
    ['setRoundException', 'R-001', 'C1', 'B', 'asked for'],
    ['approveRound', 'R-001'],
    ['publishRound', 'R-001', iso(90)],
    ['cancelRound', 'R-001'],
    ['setTierOverride', override],
    ['endTierOverride', 'Main', 'C0'],
  ]
  for (const [name, ...args] of asked) {
    await expect(sheet.call(name, ...args), name).rejects.toThrow(
      'Somebody else is writing in this spreadsheet just now. Try again in a minute.',
    )
  }
  expect(sheet.tabNames().map((name) => sheet.table(name))).toEqual(before)
  sheet.lock(false)
  await sheet.call('setTierOverride', override)
})
