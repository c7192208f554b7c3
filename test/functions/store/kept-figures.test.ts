import { beforeAll, describe, expect, test } from 'vitest'
import { keepFigures, keptFigures, wantFigures } from '../../../functions/store/kept-figures.ts'
import { bareTable } from '../bare-table.ts'
import { itemAt, workspace } from './answers.ts'
import { answering } from './watched.ts'

let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

const pk = workspace.partition('G', 'survey', 0)
const at = '2026-03-10T08:00:00.000Z'
const groups = [{ value: 'A', n: 2, questions: { nps: { 9: 1, 3: 1 } } }]
const keep = (sk: string, version = 1, of = groups) => keepFigures(table, { pk, sk }, { version, at, groups: of })
const keptAt = (sk: string) => itemAt(table, pk, sk)

describe('figures', () => {
  test('are kept by cut and day', async () => {
    for (const sk of ['tier#2026-02-28', 'tier#2026-03-01', 'tier#2026-03-31', 'tier#2026-04-01']) await keep(sk)
    await keep('owner#2026-03-01')
    await table.put({ pk, sk: 'tier#2026-03-15', version: 3, groups: [] })
    const kept = await keptFigures(table, pk, 'tier', { from: '2026-03-01', to: '2026-03-31' })
    expect([...kept]).toEqual([
      ['2026-03-01', { sk: 'tier#2026-03-01', version: 1, at, groups }],
      ['2026-03-15', { sk: 'tier#2026-03-15', version: 3, at: '', groups: [] }],
      ['2026-03-31', { sk: 'tier#2026-03-31', version: 1, at, groups }],
    ])
  })
  test('of a version give way to those of a later one alone', async () => {
    await keep('one#day', 2)
    await keep('one#day', 2, [])
    await keep('one#day', 1, [])
    expect(await keptAt('one#day')).toMatchObject({ version: 2, groups })
    await keep('one#day', 3, [])
    expect(await keptAt('one#day')).toMatchObject({ version: 3, groups: [] })
  })
  test('that are wanted stand for none, and for none that are there', async () => {
    await wantFigures(table, { pk, sk: 'new#day' })
    expect(await keptAt('new#day')).toEqual({ pk, sk: 'new#day', version: 0, at: '', groups: [] })
    expect(await keptFigures(table, pk, 'new', { from: 'day', to: 'day' })).toEqual(new Map())
    await keep('new#day')
    await wantFigures(table, { pk, sk: 'new#day' })
    expect(await keptAt('new#day')).toMatchObject({ version: 1, groups })
  })
  test('of more than an item holds are not kept', async () => {
    const none = Buffer.byteLength(JSON.stringify([{ value: 'é', n: 1, questions: {} }]))
    const of = (bytes: number) => [{ value: `é${'x'.repeat(bytes - none)}`, n: 1, questions: {} }] as never
    await keep('most#day', 1, of(350_000))
    await keep('more#day', 1, of(350_001))
    expect([await keptAt('most#day'), await keptAt('more#day')]).toEqual([expect.anything(), undefined])
  })
  test('that could not be kept for another reason fail', async () => {
    const { table: failing } = answering(new Error('throttled'))
    await expect(keepFigures(failing, { pk, sk: 'x' }, { version: 1, at, groups })).rejects.toThrow('throttled')
  })
})
