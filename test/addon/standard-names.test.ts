import { describe, expect, test } from 'vitest'
import type { ScoreSetup } from '../../addon/standard/standard-setup.ts'
import { messagesFor } from '../../core/messages/messages.ts'
import type { Standard } from '../../core/standard/standard.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

const { errors } = messagesFor('en')
const standard = (name: string): Standard => ({
  ...{ name, version: 0, method: 'MINMAX', cut: 'SCORE', product: '', note: '' },
  indicators: [{ key: 'field:satisfaction', label: 'Satisfaction', direction: 1, weight: 1 }],
  tiers: [
    { label: 'B', from: 0 },
    { label: 'A', from: 70 },
  ],
  limits: { probability: null, collectDays: null },
})
const apply = (sheet: SheetHarness, name: string) => sheet.call<{ version: number }>('applyTiers', standard(name))
const names = async (sheet: SheetHarness) =>
  (await sheet.call<ScoreSetup>('scoreSetup')).standards.map(({ current }) => current.name)
const header = (sheet: SheetHarness) => sheet.table('Customers')[0]
const override = (of: string) => ({
  ...{ standard: of, customerId: 'c2', tier: 'A', reason: 'pilot' },
  ...{ from: '2020-01-01', until: '' },
})

/** Two standards that were applied: one in Score and Tier, the other in columns of its own. */
async function applied(): Promise<SheetHarness> {
  const customers = [
    ['Customer ID', 'Name', 'Satisfaction'],
    ['c1', 'Alba', 5],
    ['c2', 'Bo', 1],
  ]
  const sheet = await sheetHarness({ tabs: { Customers: customers } })
  await apply(sheet, 'Main')
  await apply(sheet, 'Pumps')
  return sheet
}

describe('a standard that is called otherwise', () => {
  test('keeps its versions, moves, overrides, rounds and columns; tabs keep what was written', async () => {
    const sheet = await applied()
    await sheet.call('setTierOverride', override('Main'))
    await sheet.call('startRound', 'Main')
    const before = await sheet.call<{ stories: unknown[] }>('tierStories', 'Main', '', '')
    expect(before.stories.length).toBeGreaterThan(0)
    const setup = await sheet.call<ScoreSetup>('renameStandard', 'Main', ' Key ')
    expect(setup.standards.map(({ current, versions }) => [current.name, versions.length])).toEqual([
      ['Key', 1],
      ['Pumps', 1],
    ])
    expect(await sheet.call('tierStories', 'Key', '', '')).toEqual(before)
    expect(await sheet.call('tierOverrides', 'Key')).toMatchObject([{ customerId: 'c2', tier: 'A', state: 'holds' }])
    expect(await sheet.call('tierRounds', 'Key', '')).toMatchObject({ open: { round: 'R-001' } })
    expect(await apply(sheet, 'Key')).toMatchObject({ version: 1, up: 0, down: 0, first: 0 })
    expect(header(sheet)).toEqual([
      ...['Customer ID', 'Name', 'Satisfaction', 'Score', 'Tier', 'Score (Pumps)', 'Tier (Pumps)'],
    ])
    sheet.type('Customers', 2, 3, 1)
    sheet.type('Customers', 3, 3, 5)
    await apply(sheet, 'Key')
    const lines = sheet.table('Tier history').slice(1)
    const ofC1 = lines.filter(([, , customer]) => customer === 'c1').map(([, , , of, , from, to]) => [of, from, to])
    expect(ofC1).toEqual([
      ['Main', '', 'A'],
      ['Pumps', '', 'A'],
      ['Key', 'A', 'B'],
    ])
  })

  test('has its headings follow, but not one that a person changed', async () => {
    const sheet = await applied()
    sheet.renameHeader('Customers', 'Tier (Pumps)', 'Pump tier')
    await sheet.call('renameStandard', 'Pumps', 'Taps')
    const headings = ['Customer ID', 'Name', 'Satisfaction', 'Score', 'Tier', 'Score (Taps)', 'Pump tier']
    expect(header(sheet)).toEqual(headings)
    sheet.type('Customers', 3, 3, 5)
    await apply(sheet, 'Taps')
    expect(header(sheet)).toEqual(headings)
    expect(sheet.column('Customers', 'Pump tier')).not.toContain('')
  })

  test.each([0, 1, 2])('has one name also where the script is killed after %d writes', async (writes) => {
    const sheet = await applied()
    sheet.killAfter(writes)
    await sheet.call('renameStandard', 'Pumps', 'Taps').catch(() => undefined)
    sheet.revive()
    const name = writes === 0 ? 'Pumps' : 'Taps'
    expect(await names(sheet)).toEqual(['Main', name])
    await apply(sheet, name)
    expect(header(sheet)).toHaveLength(7)
    await sheet.call('renameStandard', name, 'Valves')
    expect(await names(sheet)).toEqual(['Main', 'Valves'])
  })

  test('is not confused with another that has, or had, the name; a form that was open before is told', async () => {
    const sheet = await applied()
    const refused = (from: string, to: string, said: string) =>
      expect(sheet.call('renameStandard', from, to)).rejects.toThrow(said)
    await refused('Main', 'Pumps', errors.standardNameTaken({ name: 'Pumps' }))
    await refused('Main', '  ', errors.standardUnnamed())
    await sheet.call('renameStandard', 'Main', 'Key')
    await refused('Pumps', 'Main', errors.standardNameTaken({ name: 'Main' }))
    await expect(apply(sheet, 'Main')).rejects.toThrow(errors.standardRenamed({ name: 'Main', now: 'Key' }))
    await sheet.call('renameStandard', 'Key', 'Main')
    expect(await names(sheet)).toEqual(['Main', 'Pumps'])
  })

  test('is known by its name in a copy of the spreadsheet too', async () => {
    const sheet = await applied()
    await sheet.call('renameStandard', 'Main', 'Key')
    expect(await names(await sheet.copySpreadsheet())).toEqual(['Key', 'Pumps'])
  })
})

describe('a standard that is removed', () => {
  test('is refused while a round is open or it is applied by itself; then it is in no form, and its history stays', async () => {
    const sheet = await applied()
    await sheet.call('startRound', 'Pumps')
    await expect(sheet.call('removeStandard', 'Pumps')).rejects.toThrow(errors.roundIsOpen({ round: 'R-001' }))
    await sheet.call('cancelRound', 'R-001')
    await sheet.call('setScoreTimer', 'daily')
    await expect(sheet.call('removeStandard', 'Pumps')).rejects.toThrow(errors.standardOnTimer({ standard: 'Pumps' }))
    await sheet.call('setScoreTimer', 'off')
    const history = sheet.table('Tier history')
    await sheet.call('removeStandard', 'Pumps')
    expect(await names(sheet)).toEqual(['Main'])
    sheet.type('Customers', 2, 3, 1)
    sheet.type('Customers', 3, 3, 5)
    await sheet.call('applyStandardsOnTime')
    expect(sheet.column('Customers', 'Tier')).toEqual(['B', 'A'])
    expect(sheet.column('Customers', 'Tier (Pumps)')).toEqual(['A', 'B'])
    expect(sheet.table('Tier history').slice(0, history.length)).toEqual(history)
    expect(await sheet.call('customerPast', 'c1', 'Alba')).toMatchObject({
      tierChanges: [{ standard: 'Main' }, { standard: 'Pumps' }, { standard: 'Main' }],
    })
  })

  test('goes on where it stopped when it is applied again', async () => {
    const sheet = await applied()
    await sheet.call('removeStandard', 'Pumps')
    await expect(sheet.call('removeStandard', 'Pumps')).rejects.toThrow(errors.standardUnknown({ standard: 'Pumps' }))
    expect(await apply(sheet, 'Pumps')).toMatchObject({ version: 1, first: 0 })
    expect(await names(sheet)).toEqual(['Main', 'Pumps'])
  })
})
