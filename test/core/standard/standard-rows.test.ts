import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { en } from '../../../core/messages/en.ts'
import { zhCN } from '../../../core/messages/zh-cn.ts'
import { checkStandard } from '../../../core/standard/check-standard.ts'
import { nextVersion } from '../../../core/standard/next-version.ts'
import type { Standard } from '../../../core/standard/standard.ts'
import { standardChanges } from '../../../core/standard/standard-changes.ts'
import { standardFromRows } from '../../../core/standard/standard-from-rows.ts'
import { type StandardRow, standardRows } from '../../../core/standard/standard-rows.ts'
import { standardVersions } from '../../../core/standard/standard-versions.ts'
import { arbitraryStandard } from './arbitrary-standard.ts'

const numbered = (rows: StandardRow[]) => rows.map((row, at) => ({ ...row, row: at + 2 }))
const words = fc.constantFrom(en.standardWords, zhCN.standardWords)

const plain: Standard = {
  name: 'Value',
  version: 1,
  indicators: [
    { key: 'orders:recency', label: 'Days since the last order', direction: -1, weight: 30 },
    { key: 'column:Visits', label: 'Visits', direction: 1, weight: 70 },
  ],
  method: 'PERCENTRANK',
  cut: 'SCORE',
  tiers: [
    { label: 'C', from: 0 },
    { label: 'B', from: 40 },
    { label: 'A', from: 70 },
  ],
  product: '',
  limits: { probability: null, collectDays: null },
  note: '',
}

describe('a standard in the rows of a tab', () => {
  it('is read back as it was written, in either language and whatever the order of the rows', () => {
    fc.assert(
      fc.property(arbitraryStandard, words, fc.infiniteStream(fc.nat()), (standard, language, keys) => {
        const rows = numbered(standardRows(standard, language))
        expect(standardFromRows(rows)).toEqual(standard)
        const shuffled = rows
          .map((row) => ({ row, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row)
        expect(standardChanges(standard, standardFromRows(shuffled))).toEqual([])
        checkStandard(standardFromRows(shuffled))
      }),
    )
  })

  it('is one row for each indicator, each tier from the highest, and each setting', () => {
    expect(standardRows({ ...plain, limits: { probability: 0.3, collectDays: null } }, en.standardWords)).toMatchObject(
      [
        { standard: 'Value', version: 1, part: 'Indicator', source: 'orders:recency', direction: -1, weight: 30 },
        { part: 'Indicator', name: 'Visits', source: 'column:Visits', direction: 1, weight: 70 },
        { part: 'Tier', name: 'A', from: 70 },
        { part: 'Tier', name: 'B', from: 40 },
        { part: 'Tier', name: 'C', from: '' },
        { part: 'Setting', name: 'Points', method: 'By rank' },
        { part: 'Setting', name: 'Tiers by', method: 'Least score' },
        { part: 'Setting', name: 'Least purchase probability', from: 0.3 },
      ],
    )
  })

  it('takes what a person writes by hand: no source, direction or weight, numbers as text', () => {
    const blank = { standard: 'Own', version: 1, source: '', direction: '', weight: '', method: '', from: '', note: '' }
    const rows = [
      { ...blank, row: 2, part: 'indicator', name: 'Visits' },
      { ...blank, row: 3, part: '评价指标', name: 'Late', direction: '-1', weight: '2' },
      { ...blank, row: 4, part: 'TIER', name: 'Gold', from: '60' },
      { ...blank, row: 5, part: 'tier', name: 'Rest' },
    ]
    expect(standardFromRows(rows)).toMatchObject({
      indicators: [
        { key: 'column:Visits', direction: 1, weight: 1 },
        { key: 'column:Late', direction: -1, weight: 2 },
      ],
      tiers: [
        { label: 'Rest', from: 0 },
        { label: 'Gold', from: 60 },
      ],
      method: 'PERCENTRANK',
      cut: 'SCORE',
    })
  })

  it.each([
    [
      { part: 'Indicators?' },
      '"Indicators?" in row 9 of the tab of standards is no part of one. Write Indicator, Tier or Setting.',
    ],
    [
      { part: 'Setting', name: 'Colour' },
      '"Colour" in row 9 of the tab of standards is not known here. Correct it, or clear the row.',
    ],
    [
      { part: 'Setting', name: 'Points', method: 'By luck' },
      '"By luck" in row 9 of the tab of standards is not known here. Correct it, or clear the row.',
    ],
    [{ part: 'Indicator', weight: 'much' }, '"much" in row 9 of the tab of standards is not a number. Enter a number.'],
  ])('names the row that cannot be read: %j', (cells, sentence) => {
    const blank = {
      standard: 'S',
      version: 1,
      name: '',
      source: '',
      direction: '',
      weight: '',
      method: '',
      from: '',
      note: '',
    }
    expect(() => standardFromRows([{ ...blank, ...cells, row: 9 }])).toThrow(sentence)
  })

  it('stands beside other standards and versions', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(arbitraryStandard, { selector: ({ name, version }) => `${version} ${name}` }),
        (all) => {
          const rows = numbered(all.flatMap((standard) => standardRows(standard, en.standardWords)))
          const found = standardVersions(rows).map(({ standard }) => standard)
          const key = ({ name, version }: Standard) => `${name} ${version}`
          const byKey = (list: Standard[]) => [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1))
          expect(byKey(found)).toEqual(byKey(all))
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('what makes two versions differ', () => {
  it('is nothing for a standard and itself under another name and version, its indicators in another order', () => {
    fc.assert(
      fc.property(arbitraryStandard, (standard) => {
        const other = { ...standard, name: 'other', version: 100, indicators: [...standard.indicators].reverse() }
        expect(standardChanges(standard, other)).toEqual([])
      }),
    )
  })

  it('is something for standards that score or tier differently, and the other way round', () => {
    fc.assert(
      fc.property(arbitraryStandard, arbitraryStandard, (one, other) => {
        const there = standardChanges(one, other)
        expect(standardChanges(other, one)).toHaveLength(there.length)
        if (there.length === 0)
          expect({ ...other, name: one.name, version: one.version }).toMatchObject(
            one.limits ? { tiers: one.tiers } : {},
          )
      }),
    )
  })

  it('is told by name, with before and after', () => {
    const after: Standard = {
      ...plain,
      indicators: [
        { ...(plain.indicators[1] as Standard['indicators'][number]), weight: 60, direction: -1 },
        { key: 'field:complaints', label: 'Complaints', direction: -1, weight: 10 },
      ],
      tiers: [
        { label: 'C', from: 0 },
        { label: 'A', from: 75 },
        { label: 'S', from: 90 },
      ],
      method: 'MINMAX',
      limits: { probability: 0.2, collectDays: null },
    }
    expect(standardChanges(plain, after)).toEqual([
      { part: 'indicator', name: 'Days since the last order', what: 'removed' },
      { part: 'indicator', name: 'Visits', what: 'weight', before: 70, after: 60 },
      { part: 'indicator', name: 'Visits', what: 'direction', before: 1, after: -1 },
      { part: 'indicator', name: 'Complaints', what: 'added' },
      { part: 'tier', name: 'B', what: 'removed' },
      { part: 'tier', name: 'A', what: 'from', before: 70, after: 75 },
      { part: 'tier', name: 'S', what: 'added' },
      { part: 'setting', name: 'method', what: 'setting', before: 'PERCENTRANK', after: 'MINMAX' },
      { part: 'setting', name: 'probability', what: 'setting', before: null, after: 0.2 },
    ])
  })
})

describe('the version that is applied', () => {
  const weighted = (version: number, weight: number): Standard => ({
    ...plain,
    version,
    indicators: plain.indicators.map((indicator) => ({ ...indicator, weight })),
  })
  it.each<[string, Standard, Standard[], number[], number]>([
    ['the first', { ...plain, version: 0 }, [], [], 1],
    ['the first, written in the tab', plain, [], [1], 1],
    ['unchanged', plain, [plain], [1], 1],
    ['changed in the form', weighted(1, 9), [plain], [1], 2],
    ['edited in the tab under its own number', weighted(1, 9), [plain], [1], 2],
    ['written in the tab under the next number', weighted(2, 9), [plain], [1, 2], 2],
    ['an old version brought back', plain, [plain, weighted(2, 9)], [1, 2], 3],
    ['changed while the tab has an unapplied one', weighted(1, 8), [plain], [1, 2], 3],
  ])('%s', (_, wanted, sealed, taken, version) => {
    expect(nextVersion(wanted, sealed, taken)).toBe(version)
  })
})

describe('a standard that nobody can be scored by', () => {
  it.each<[string, Partial<Standard>, string]>([
    ['no name', { name: ' ' }, 'The standard has no name. Name it.'],
    ['no indicator', { indicators: [] }, 'No indicator is chosen. Tick at least one and give it a weight above 0.'],
    [
      'an indicator twice',
      { indicators: [...plain.indicators, ...plain.indicators] },
      'The indicator "Days since the last order" is in the standard twice. Remove one.',
    ],
    ['a blank tier', { tiers: [{ label: ' ', from: 0 }] }, 'A tier has no name. Name it or remove it.'],
    [
      'two tiers of one name',
      { tiers: [...plain.tiers, { label: 'A', from: 90 }] },
      'Two tiers are called A. Rename or remove one of them.',
    ],
    [
      'tiers that do not rise',
      { tiers: [...plain.tiers, { label: 'S', from: 70 }] },
      'The least score of tier S is not above that of the tier below it. Raise it.',
    ],
    [
      'a share of all customers',
      { cut: 'SHARE', tiers: [...plain.tiers, { label: 'S', from: 100 }] },
      'The share of tier S must be above 0 % and below 100 % of the customers. Correct it.',
    ],
    [
      'a chance over 1',
      { limits: { probability: 30, collectDays: null } },
      'The least purchase probability must be from 0 % to 100 %. Correct it.',
    ],
  ])('%s', (_, part, sentence) => {
    expect(() => checkStandard({ ...plain, ...part })).toThrow(sentence)
    expect(() => checkStandard(plain)).not.toThrow()
  })
})
