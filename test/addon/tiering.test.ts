import { describe, expect, test } from 'vitest'
import type { Standard } from '../../core/standard/standard.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

const standard: Standard = {
  ...{ name: 'Main', version: 0, method: 'MINMAX', cut: 'SCORE', product: '', note: '' },
  indicators: [
    { key: 'orders:monetary', label: 'Value', direction: 1, weight: 1 },
    { key: 'field:satisfaction', label: 'Satisfaction', direction: 1, weight: 1 },
  ],
  tiers: [
    { label: 'C', from: 0 },
    { label: 'B', from: 40 },
    { label: 'A', from: 70 },
  ],
  limits: { probability: null, collectDays: null },
}

const MS_PER_DAY = 86_400_000
const today = Math.floor(Date.now() / MS_PER_DAY)
const date = (ago: number): Cell => ({ date: today - ago + 25_569 }) as Cell
const iso = (ahead: number) => new Date((today + ahead) * MS_PER_DAY).toISOString().slice(0, 10)

/** Value 100, 50, 0, 80 of 100 points by half; satisfaction 5, 3, 1, 5: scores 100, 50, 0, 90. */
function tabs(): Record<string, Cell[][]> {
  return {
    Customers: [
      ['Customer ID', 'Name', 'Source', 'Owner', 'Consent', 'E-mail', 'Satisfaction', 'Last answer', 'Complaints'],
      ['c1', 'Alba', 'web', 'Ann', 'yes', 'a@x.org', 5, date(0), 0],
      ['c2', 'Bo', 'visit', 'Ben', 'yes', 'b@x.org', 3, date(20), 0],
      ['c3', 'Cy', 'web', 'Ben', 'yes', 'c@x.org', 1, date(20), 0],
      ['c4', 'Di', 'web', 'Ben', 'no', 'd@x.org', 5, date(20), 2],
    ],
    Orders: [
      ['Order ID', 'Customer ID', 'Order date', 'Amount', 'List price'],
      ['o1', 'c1', date(10), 100, 100],
      ['o2', 'c2', date(10), 50, 80],
      ['o3', 'c3', date(0), 0, ''],
      ['o4', 'c4', date(10), 80, 80],
    ],
  }
}

const apply = (sheet: SheetHarness) => sheet.call<{ up: number; down: number; first: number }>('applyTiers', standard)
const history = (sheet: SheetHarness) =>
  sheet
    .table('Tier history')
    .slice(1)
    .map(([, , customer, , , from, to, , , cause]) => `${customer} ${from}>${to} ${cause}`)
const tiers = (sheet: SheetHarness) => sheet.column('Customers', 'Tier')

async function applied(): Promise<SheetHarness> {
  const sheet = await sheetHarness({ tabs: tabs() })
  await apply(sheet)
  return sheet
}

describe('a run of a standard', () => {
  test('records the first tiers, later only moves, and what moved the scores', async () => {
    const sheet = await applied()
    expect(tiers(sheet)).toEqual(['A', 'B', 'C', 'A'])
    const first = ['c1 >A first tier', 'c2 >B first tier', 'c3 >C first tier', 'c4 >A first tier']
    expect(history(sheet)).toEqual(first)
    expect(await apply(sheet)).toMatchObject({ up: 0, down: 0, first: 0 })
    expect(history(sheet)).toEqual(first)

    sheet.type('Customers', 2, 7, 2)
    expect(await apply(sheet)).toMatchObject({ up: 0, down: 1, first: 0 })
    expect(history(sheet)).toEqual([...first, 'c1 A>B score'])
    expect(sheet.column('Tier history', 'Because').pop()).toBe('Satisfaction 5 → 2: −37.5')
    const { stories } = await sheet.call<{ stories: { also: unknown }[] }>('tierStories', 'Main', '', '')
    expect(stories).toMatchObject([
      {
        ...{ customerId: 'c1', name: 'Alba', from: 'A', to: 'B', move: 'down', cause: 'score' },
        score: { from: 100, to: 62.5, points: -37.5 },
        causes: [
          { label: 'Satisfaction', points: -37.5, cause: 'value', events: [{ kind: 'answer', satisfaction: 2 }] },
        ],
      },
    ])
  })

  test('says that the others rose where only they moved', async () => {
    const sheet = await applied()
    // The highest value of all is c1's; c2 rises with what c1 loses, c4 likewise.
    sheet.type('Orders', 2, 4, 80)
    await apply(sheet)
    sheet.type('Orders', 2, 4, 1000)
    await apply(sheet)
    const of = sheet
      .table('Tier history')
      .slice(1)
      .filter(([, , id]) => id === 'c4')
    expect(of.pop()?.[11]).toBe('Value (others rose): −46')
  })

  test('adds every move once wherever it is killed', async () => {
    const sheet = await applied()
    for (const [time, writes] of [0, 2, 3, 5, 8, 12, 20].entries()) {
      const [from, to, satisfaction] = time % 2 === 0 ? ['A', 'B', 2] : ['B', 'A', 5]
      sheet.type('Customers', 2, 7, satisfaction as number)
      sheet.killAfter(writes)
      await apply(sheet).catch(() => undefined)
      sheet.revive()
      await apply(sheet)
      expect(history(sheet).slice(4 + time)).toEqual([`c1 ${from}>${to} score`])
      expect(tiers(sheet)).toEqual([to, 'B', 'C', 'A'])
      // Told although the parts of the run before were kept anew: the history comes first.
      expect(sheet.column('Tier history', 'Because').pop()).toMatch(/^Satisfaction/)
    }
  })

  test('notes who left, and takes no notice of sorting', async () => {
    const sheet = await applied()
    sheet.sort('Tier history', 'Customer ID', { descending: true })
    sheet.sort('Customers', 'Name', { descending: true })
    sheet.deleteRows('Customers', 5)
    await apply(sheet)
    expect(history(sheet).slice(4)).toEqual(['c1 A> left the file'])
  })
})

test('a history that was written in Chinese is understood in English, and the other way round', async () => {
  const sheet = await sheetHarness({ tabs: tabs(), language: 'zh-CN' })
  await apply(sheet)
  const override = { standard: 'Main', customerId: 'c3', tier: 'A', reason: '重点', from: iso(0), until: iso(30) }
  await sheet.call('setTierOverride', override)
  expect(sheet.column('等级变动记录', '变动方式')).toEqual(['首次定级', '首次定级', '首次定级', '首次定级', '人工调整'])
  await sheet.call('chooseLanguage', 'en')
  await apply(sheet)
  expect(sheet.table('等级变动记录').length).toBe(6)
  await sheet.call('endTierOverride', 'Main', 'c3')
  expect(sheet.column('等级变动记录', '变动方式').slice(4)).toEqual(['人工调整', 'override ended'])
})

describe('what a CRM put into Score and Tier', () => {
  const rating = ['Tier', 'VIP', 'B', 'A', '']

  /** A CRM's ratings, two of them called as the standard's own tiers, and the standard written in the tab alone. */
  async function rated(): Promise<SheetHarness> {
    const sheet = await applied()
    const written = sheet.table('Standards')
    const given = tabs()
    given.Customers = given.Customers!.map((row, at) => [...row, rating[at] as string])
    return sheetHarness({ tabs: { ...given, Standards: written } })
  }

  test('is asked about before a first run, a run after a cancelled round, and a first round', async () => {
    const sheet = await rated()
    const taken = 'The column "Tier" holds something else in 3 cells.'
    await expect(apply(sheet)).rejects.toThrow(taken)
    await sheet.call('startRound', 'Main')
    await sheet.call('cancelRound', 'R-001')
    await expect(apply(sheet)).rejects.toThrow(taken)
    await sheet.call('startRound', 'Main')
    await sheet.call('approveRound', 'R-002')
    expect(await sheet.call('tierRounds', 'Main', '')).toMatchObject({ foreign: [{ header: 'Tier', cells: 3 }] })
    await expect(sheet.call('publishRound', 'R-002', iso(90))).rejects.toThrow(taken)
    expect(tiers(sheet)).toEqual(rating.slice(1))
    await sheet.call('publishRound', 'R-002', iso(90), true)
    expect(tiers(sheet)).toEqual(['A', 'B', 'C', 'A'])
    await apply(sheet)
  })

  test('stands against an override of a standard that was never applied', async () => {
    const sheet = await rated()
    const override = { standard: 'Main', customerId: 'c1', tier: 'C', reason: 'owes', from: iso(0), until: '' }
    await sheet.call('startRound', 'Main')
    await expect(sheet.call('setTierOverride', override)).rejects.toThrow('The standard "Main" was never applied.')
    expect(tiers(sheet)).toEqual(rating.slice(1))
    expect(sheet.tabNames()).not.toContain('Tier overrides')
  })
})

describe('an override', () => {
  const override = { standard: 'Main', customerId: 'c3', tier: 'A', reason: 'strategic', from: iso(0), until: iso(30) }

  test('moves the customer at once, holds through runs, and moves them back when it has ended', async () => {
    const sheet = await applied()
    expect(await sheet.call('setTierOverride', override)).toMatchObject([
      { customerId: 'c3', tier: 'A', until: iso(30), by: 'ann@example.com', state: 'holds' },
    ])
    expect(tiers(sheet)).toEqual(['A', 'B', 'A', 'A'])
    await sheet.call('setTierOverride', override)
    await apply(sheet)
    expect(tiers(sheet)).toEqual(['A', 'B', 'A', 'A'])
    expect(history(sheet).slice(4)).toEqual(['c3 C>A override'])
    expect(sheet.column('Tier overrides', 'Reason')).toEqual(['strategic'])

    // As if it had run out by itself.
    sheet.type('Tier overrides', 2, 6, date(9))
    sheet.type('Tier overrides', 2, 7, date(1))
    await apply(sheet)
    expect(tiers(sheet)).toEqual(['A', 'B', 'C', 'A'])
    expect(history(sheet).slice(4)).toEqual(['c3 C>A override', 'c3 A>C override ended'])
  })

  test('ended early it stays as history, and the tier goes back at once', async () => {
    const sheet = await applied()
    await sheet.call('setTierOverride', override)
    expect(await sheet.call('endTierOverride', 'Main', 'c3')).toMatchObject([{ state: 'over', until: iso(-1) }])
    expect(tiers(sheet)).toEqual(['A', 'B', 'C', 'A'])
    expect(history(sheet).slice(4)).toEqual(['c3 C>A override', 'c3 A>C override ended'])
    await apply(sheet)
    expect(history(sheet).length).toBe(6)
  })

  test('ended of a customer without a score leaves no tier', async () => {
    const sheet = await applied()
    sheet.append('Customers', ['c5', 'Ed'])
    await sheet.call('setTierOverride', { ...override, customerId: 'c5' })
    expect(tiers(sheet)).toEqual(['A', 'B', 'C', 'A', 'A'])
    await sheet.call('endTierOverride', 'Main', 'c5')
    expect(tiers(sheet)).toEqual(['A', 'B', 'C', 'A', ''])
    expect(history(sheet).slice(4)).toEqual(['c5 >A override', 'c5 A> override ended'])
  })

  test('of one standard leaves the tiers of another alone', async () => {
    const sheet = await applied()
    const service = { ...standard, name: 'Service', indicators: standard.indicators.slice(1) }
    expect(await sheet.call('applyTiers', service)).toMatchObject({ up: 0, down: 0, first: 4 })
    await sheet.call('setTierOverride', { ...override, standard: 'Service' })
    expect(tiers(sheet)).toEqual(['A', 'B', 'C', 'A'])
    expect(sheet.column('Customers', 'Tier (Service)')).toEqual(['A', 'B', 'A', 'A'])
    expect(await apply(sheet)).toMatchObject({ up: 0, down: 0, first: 0 })
    expect(history(sheet).length).toBe(9)
  })

  test('to come moves nobody yet', async () => {
    const sheet = await applied()
    expect(await sheet.call('setTierOverride', { ...override, from: iso(1) })).toMatchObject([{ state: 'coming' }])
    expect(tiers(sheet)).toEqual(['A', 'B', 'C', 'A'])
  })

  test('is refused without a reason, and for what is not there', async () => {
    const sheet = await applied()
    const refusals: [object, string][] = [
      [{ reason: ' ' }, 'Reason is blank. Fill it in.'],
      [{ tier: 'Z' }, '"Z" is no tier of this standard. Choose A, B, C.'],
      [{ customerId: 'c9' }, 'No customer has the id "c9". Correct it.'],
      [{ until: iso(-1) }, 'The override ends before it begins. Choose a later last day.'],
      [{ standard: 'Other' }, 'There is no standard "Other". Choose one that is in the tab of standards.'],
    ]
    for (const [wrong, sentence] of refusals) {
      await expect(sheet.call('setTierOverride', { ...override, ...wrong })).rejects.toThrow(sentence)
    }
    expect(sheet.tabNames()).not.toContain('Tier overrides')
  })
})

describe('an evaluation round', () => {
  type View = {
    open: { round: string; status: string } | null
    proposals: object[]
    counts: object
    due: object | null
  }

  async function begun(): Promise<SheetHarness> {
    const sheet = await applied()
    sheet.type('Customers', 2, 7, 2)
    sheet.type('Customers', 4, 7, 5)
    await sheet.call('startRound', 'Main')
    return sheet
  }

  test('proposes, takes exceptions with reasons, is approved, and moves customers only when published', async () => {
    const sheet = await begun()
    const view = await sheet.call<View>('tierRounds', 'Main', '')
    expect(view).toMatchObject({
      open: { round: 'R-001', status: 'proposed' },
      proposals: [
        { customerId: 'c1', currentTier: 'A', proposedTier: 'B' },
        { customerId: 'c3', currentTier: 'C', proposedTier: 'B' },
      ],
      counts: { total: 2, up: 1, down: 1, first: 0, exceptions: 0 },
    })
    expect(tiers(sheet)).toEqual(['A', 'B', 'C', 'A'])
    await expect(sheet.call('startRound', 'Main')).rejects.toThrow('Round R-001 of this standard is not over yet.')
    await expect(sheet.call('publishRound', 'R-001', iso(90))).rejects.toThrow('Round R-001 is proposed')

    // Typed in the tab, without a reason.
    sheet.type('Round proposals', 2, 6, 'A')
    await expect(sheet.call('approveRound', 'R-001')).rejects.toThrow('The exception for c1 (tier A) has no reason.')
    await expect(sheet.call('setRoundException', 'R-001', 'c1', 'A', '')).rejects.toThrow('Reason is blank.')
    await sheet.call('setRoundException', 'R-001', 'c1', 'A', 'moving house')
    await sheet.call('approveRound', 'R-001')
    expect(sheet.column('Evaluation rounds', 'Approved by')).toEqual(['ann@example.com'])

    // A formula in the way is named before anything is kept.
    const tierAt = sheet.table('Customers')[0]!.indexOf('Tier') + 1
    sheet.type('Customers', 2, tierAt, '="A"')
    await expect(sheet.call('publishRound', 'R-001', iso(90))).rejects.toThrow('formula')
    expect(history(sheet)).toHaveLength(4)
    sheet.type('Customers', 2, tierAt, 'A')

    // What changed since the round began does not change what was approved.
    sheet.type('Customers', 4, 7, 1)
    expect(await sheet.call('publishRound', 'R-001', iso(90))).toMatchObject({ up: 1, down: 0, first: 0, next: null })
    expect(tiers(sheet)).toEqual(['A', 'B', 'B', 'A'])
    expect(history(sheet).slice(4).sort()).toEqual(['c1 A>A override', 'c3 C>B evaluation round'])
    expect(sheet.column('Tier overrides', 'Reason')).toEqual(['moving house'])
    expect(await sheet.call<View>('tierRounds', 'Main', '')).toMatchObject({
      open: null,
      due: { day: iso(90), daysAgo: -90 },
    })
    expect(await sheet.call('tiersSetup')).toMatchObject({ due: [] })
  })

  test('keeps an exception for the customer that its own was merged into', async () => {
    const sheet = await begun()
    await sheet.call('setRoundException', 'R-001', 'c1', 'A', 'moving house')
    await sheet.call('mergeCustomers', { id: 'm1', keep: 'c2', gone: 'c1', fromGone: [] })
    expect(sheet.column('Round proposals', 'Customer ID')).toEqual(['c2', 'c3'])
    await sheet.call('approveRound', 'R-001')
    await sheet.call('publishRound', 'R-001', iso(90))
    expect(tiers(sheet)).toEqual(['A', 'B', 'A'])
  })

  test('asks for a new approval where an exception was changed after it', async () => {
    const sheet = await begun()
    await sheet.call('approveRound', 'R-001')
    sheet.type('Round proposals', 2, 6, 'A')
    sheet.type('Round proposals', 2, 7, 'a friend')
    await expect(sheet.call('publishRound', 'R-001', iso(90))).rejects.toThrow('were changed after the approval')
    await sheet.call('setRoundException', 'R-001', 'c2', 'C', 'does not pay')
    expect(await sheet.call<View>('tierRounds', 'Main', '')).toMatchObject({ open: { status: 'proposed' } })
  })

  test('published wherever it was killed, ends the same', async () => {
    const sheet = await begun()
    for (const [at, writes] of [99, 0, 3, 5, 8, 12].entries()) {
      const number = at + 1
      const round = `R-00${number}`
      if (number > 1) await sheet.call('startRound', 'Main')
      await sheet.call('setRoundException', round, 'c1', number % 2 === 0 ? 'A' : 'C', `for ${round}`)
      await sheet.call('approveRound', round)
      sheet.killAfter(writes)
      await sheet.call('publishRound', round, iso(90)).catch(() => undefined)
      sheet.revive()
      await sheet.call('publishRound', round, iso(90))
      expect(tiers(sheet)).toEqual([number % 2 === 0 ? 'A' : 'C', 'B', 'B', 'A'])
      expect(history(sheet).filter((line) => line.startsWith('c1') && line.endsWith('override')).length).toBe(number)
      expect(sheet.column('Tier overrides', 'Reason').length).toBe(number)
    }
    expect(history(sheet).filter((line) => line.startsWith('c3'))).toEqual([
      'c3 >C first tier',
      'c3 C>B evaluation round',
    ])
    expect(sheet.column('Evaluation rounds', 'Status').every((status) => status === 'published')).toBe(true)
  })

  test('cancelled moves nobody, and another may begin', async () => {
    const sheet = await begun()
    await sheet.call('cancelRound', 'R-001')
    expect(tiers(sheet)).toEqual(['A', 'B', 'C', 'A'])
    await sheet.call('startRound', 'Main')
    expect(sheet.column('Evaluation rounds', 'Round')).toEqual(['R-001', 'R-002'])
    expect(sheet.column('Evaluation rounds', 'Status')).toEqual(['cancelled', 'proposed'])
  })
})

describe('the playbook', () => {
  test('is proposed for the tiers of the standard, once', async () => {
    const sheet = await applied()
    expect(await sheet.call('proposePlaybook', 'Main')).toBe(3)
    expect(await sheet.call('proposePlaybook', 'Main')).toBe(0)
    expect(sheet.column('Tiers', 'Tier')).toEqual(['A', 'B', 'C'])
    expect(sheet.column('Tiers', 'Contact every (days)')).toEqual([14, 60, 180])
  })

  test('counts discounts against budgets, and lists who needs a person and whom automation serves', async () => {
    const sheet = await applied()
    await sheet.call('proposePlaybook', 'Main')
    expect(await sheet.call('tierPlaybook', 'Main', iso(-30))).toMatchObject({
      missing: [],
      spend: [
        { tier: 'A', orders: 2, withoutListPrice: 0, spent: 0, budget: '' },
        { tier: 'B', orders: 1, withoutListPrice: 0, spent: 30 },
        { tier: 'C', orders: 1, withoutListPrice: 1, spent: 0 },
      ],
      over: [{ customerId: 'c2', name: 'Bo', discount: 0.375, limit: 0.05 }],
    })
    const lists = () =>
      sheet.call<{ attention: object[]; automatic: object[]; complaints: string }>('tierCareLists', 'Main', '')
    expect(await lists()).toMatchObject({
      attention: [
        { customerId: 'c4', reasons: [{ kind: 'complaint', count: 2 }, { kind: 'neverContacted' }] },
        { customerId: 'c1', reasons: [{ kind: 'neverContacted' }] },
        { customerId: 'c2' },
        { customerId: 'c3' },
      ],
      ...{ automatic: [], complaints: 'none', hasPlaybook: true },
    })
    await sheet.call('planFollowUp', { customerId: 'c1', owner: 'Ann', next: iso(3), purpose: 'Tier A → B' })
    await sheet.call('planFollowUp', { customerId: 'c1', owner: 'Ann', next: iso(3), purpose: 'Tier A → B' })
    expect(sheet.column('Interactions', 'Purpose')).toEqual(['Tier A → B'])
    // A contact to come is none yet.
    sheet.append('Interactions', ['I-2', 'c1', date(20)])
    sheet.append('Interactions', ['I-3', 'c3', date(20)])
    expect(await lists()).toMatchObject({
      attention: [
        { customerId: 'c4' },
        { customerId: 'c1', reasons: [{ kind: 'overdue', days: 6 }] },
        { customerId: 'c2' },
      ],
      automatic: [{ customerId: 'c3', name: 'Cy' }],
    })
    expect(await sheet.call('writeCareList', 'Main', 'attention')).toBe('Needs attention')
    expect(await sheet.call('writeCareList', 'Main', 'attention')).toBe('Needs attention')
    expect(sheet.table('Needs attention')[2]).toEqual(['c1', 'Alba', 'A', 'Ann', 'contact overdue by 6 days'])
    // A run reads the contact to come without complaint.
    expect(await apply(sheet)).toMatchObject({ up: 0, down: 0 })
  })

  test('finds orders and contacts that name the customer by name', async () => {
    const given = tabs()
    given.Orders = given.Orders!.map((row) => row.map((cell) => (cell === 'c2' ? 'Bo' : cell === 'c4' ? 'Di' : cell)))
    const contacts = [
      ['Interaction ID', 'Customer ID', 'Contact date', 'Channel'],
      ['i1', 'Bo', date(3), 'phone'],
    ]
    const sheet = await sheetHarness({ tabs: { ...given, Interactions: contacts } })
    await apply(sheet)
    await sheet.call('proposePlaybook', 'Main')
    expect(await sheet.call('valueBySource', 'Main')).toMatchObject({ sources: [{ value: 180 }, { value: 50 }] })
    expect(await sheet.call('tierPlaybook', 'Main', iso(-30))).toMatchObject({
      spend: [{ orders: 2 }, { orders: 1, spent: 30 }, { orders: 1 }],
      over: [{ customerId: 'c2', name: 'Bo' }],
    })
    const never = { reasons: [{ kind: 'neverContacted' }] }
    const lists = await sheet.call<{ attention: { customerId: string }[] }>('tierCareLists', 'Main', '')
    expect(lists.attention.find(({ customerId }) => customerId === 'c2') ?? {}).not.toMatchObject(never)

    sheet.type('Orders', 3, 3, date(0))
    sheet.type('Orders', 3, 4, 100)
    await apply(sheet)
    const { stories } = await sheet.call<{ stories: object[] }>('tierStories', 'Main', '', 'Bo')
    expect(stories[0]).toMatchObject({ to: 'A', causes: [{ events: [{ kind: 'order', name: 'o2' }] }] })
  })

  test('reports value and tiers by source, and movement between two days', async () => {
    const sheet = await applied()
    expect(await sheet.call('valueBySource', 'Main')).toEqual({
      tiers: ['A', 'B', 'C'],
      sources: [
        { source: 'web', customers: 3, value: 180, score: 190 / 3, tiers: [2, 0, 1] },
        { source: 'visit', customers: 1, value: 50, score: 50, tiers: [0, 1, 0] },
      ],
    })
    await sheet.call('writeValueBySource', 'Main')
    expect(sheet.table('Value by source')[0]).toEqual(['Source', 'Customers', 'Value', 'Mean score', 'A', 'B', 'C'])
    expect(await sheet.call('tierMovement', 'Main', iso(-1), iso(0))).toMatchObject({
      came: [2, 1, 1],
      left: [0, 0, 0],
    })
    expect(await sheet.call('writeTierMovement', 'Main', iso(-1), iso(0))).toBe('Tier movement')
    expect(sheet.table('Tier movement').slice(-1)).toEqual([['Total', 2, 1, 1, 0, '']])
  })
})
