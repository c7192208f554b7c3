import { describe, expect, it } from 'vitest'
import { chartSvg } from '../../../../../local/workbench/page/charts/chart-svg.ts'
import { chartTable } from '../../../../../local/workbench/page/charts/chart-table.ts'
import { fitted } from '../../../../../local/workbench/page/charts/svg-text.ts'
import { ticks } from '../../../../../local/workbench/page/charts/ticks.ts'
import type { Cell } from '../../../../../local/workbench/workbook.ts'

const source = (values: Cell[][]) => ({ values, shown: values.map((row) => row.map(String)) })

describe('what a chart draws', () => {
  it('has labels in the first column and names in a first row of texts', () => {
    expect(
      chartTable([
        source([
          ['Tier', 'n', 'Revenue'],
          ['A', 3, 10],
          ['B', '', 20],
          ['', '', ''],
        ]),
      ]),
    ).toEqual({
      labels: ['A', 'B'],
      series: [
        { name: 'n', values: [3, null] },
        { name: 'Revenue', values: [10, 20] },
      ],
    })
  })

  it('joins ranges side by side', () => {
    const table = chartTable([source([['Tier'], ['A']]), source([['Revenue'], [10]])])
    expect(table).toEqual({ labels: ['A'], series: [{ name: 'Revenue', values: [10] }] })
  })

  it('numbers the rows of a single column without names', () => {
    expect(chartTable([source([[5], [6]])])).toEqual({ labels: ['1', '2'], series: [{ name: '', values: [5, 6] }] })
  })

  it('is nothing where there are no cells', () => {
    expect(chartTable([])).toEqual({ labels: [], series: [] })
  })
})

describe('an axis', () => {
  it.each<[number[], number, number[]]>([
    [[3, 97], 5, [0, 20, 40, 60, 80, 100]],
    [[-12, 30], 5, [-20, -10, 0, 10, 20, 30]],
    [[0.1, 0.7], 4, [0, 0.2, 0.4, 0.6, 0.8]],
    [[0], 5, [0, 1]],
    [[], 5, [0, 1]],
  ])('of %j has round steps', (values, most, expected) => {
    expect(ticks(values, most)).toEqual(expected)
  })
})

describe('a chart', () => {
  const table = { labels: ['A & <b>', '钻石客户'], series: [{ name: '', values: [3, 1] }] }
  const size = { width: 400, height: 240 }

  it.each(['LINE', 'COLUMN', 'BAR', 'PIE'] as const)('%s names every label as text', (type) => {
    const svg = chartSvg({ type, title: '"Tiers" <i>' }, table, size, 'none')
    expect(svg).toContain('A &amp; &lt;b&gt;')
    expect(svg).toContain('钻石客户')
    expect(svg).toContain('&quot;Tiers&quot; &lt;i&gt;')
    expect(svg).not.toMatch(/<b>|<i>|NaN|Infinity|undefined/)
  })

  it.each(['LINE', 'COLUMN', 'BAR', 'PIE'] as const)('%s says so where there is nothing to draw', (type) => {
    expect(chartSvg({ type, title: '' }, { labels: [], series: [] }, size, 'No data')).toContain('No data')
  })

  it('draws columns as high as their values', () => {
    const svg = chartSvg({ type: 'COLUMN', title: '' }, table, size, 'none')
    const heights = [...svg.matchAll(/<rect[^>]*height="([\d.]+)"/g)].map((match) => Number(match[1]))
    expect(heights[0]! / heights[1]!).toBeCloseTo(3, 1)
  })

  it('shows shares of a pie', () => {
    expect(chartSvg({ type: 'PIE', title: '' }, table, size, 'none')).toContain('75.0%')
  })

  it('cuts a text that is too wide', () => {
    expect(fitted('客户生命周期价值', 50, 10)).toBe('客户生命…')
    expect(fitted('short', 50, 10)).toBe('short')
  })
})
