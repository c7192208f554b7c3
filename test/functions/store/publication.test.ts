import { beforeAll, describe, expect, test } from 'vitest'
import type { Series } from '../../../functions/store/audience.ts'
import { type PublishedPage, pageWrite, publishedPages } from '../../../functions/store/publication.ts'
import { transact } from '../../../functions/store/table.ts'
import { WorkspaceKey } from '../../../functions/store/workspace-key.ts'
import { bareTable } from '../bare-table.ts'

const team = WorkspaceKey.ofScanned('W#team')
const NOW = new Date('2026-03-10T08:00:00.001Z')
const HOUR_LATER = Date.parse('2026-03-10T09:00:01Z') / 1000
let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}`
const series = (id: string, n: number, change: Partial<Series> = {}): Series => ({
  ...{ id, day: day(n), version: `v${n}`, kpi: 'nps', by: 'tier', label: 'NPS', unit: 'score', direction: 1 },
  ...{ asOf: `${day(n)}T08:00:00.000Z`, parts: 1, since: '2026-03-01' },
  ...change,
})

describe('pages of a publication', () => {
  const page = (change: Partial<PublishedPage> = {}): PublishedPage => ({
    series: [{ ...series('s', 10), base: 'v9' }, series('t', 10)],
    withdrawn: ['u'],
    lost: [{ id: 'v', audiences: ['a'] }],
    audiences: ['a', 'b'],
    ...change,
  })
  const of = (publication: string, operation: string) => ({ publication, operation, now: NOW })

  test('wait for the others, a day at the most, and go with them', async () => {
    const second = page({ withdrawn: [] })
    expect(pageWrite(team, of('p', '1'), page()).Put?.Item?.ttl).toBe(HOUR_LATER + 23 * 3600)
    await transact(table, [pageWrite(team, of('p', '2'), second), pageWrite(team, of('p', '1'), page())])
    await transact(table, [pageWrite(team, of('p2', '1'), page())])
    const { pages, removal } = await publishedPages(table, team, 'p')
    expect(pages).toEqual([page(), second])
    await transact(table, removal)
    expect(await publishedPages(table, team, 'p')).toEqual({ pages: [], removal: [] })
    expect((await publishedPages(table, team, 'p2')).pages).toHaveLength(1)
  })
  test('of before lost nothing', async () => {
    const { lost: _, ...old } = page()
    await table.put({ pk: 'W#team', sk: 'PUB#old#1', ...old })
    expect((await publishedPages(table, team, 'old')).pages).toEqual([{ ...old, lost: [] }])
  })
})
