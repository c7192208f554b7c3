import { expect, it } from 'vitest'
import { type Pooling, pooledFigure, poolingOf } from '../../../core/goals/pooled-figure.ts'

const parts = [
  { value: 0.5, n: 10 },
  { value: 1, n: 30 },
  { value: undefined, n: 5 },
]

it.each<[string, Pooling, number | undefined]>([
  ['revenue', 'sum', 1.5],
  // (0.5 x 10 + 1 x 30) / 40
  ['csat', 'weigh', 0.875],
  ['average_order', 'weigh', 0.875],
  ['complaint_resolution_hours', 'apart', undefined],
])('%s of a team is put together by %s', (kpi, pooling, value) => {
  expect(poolingOf(kpi)).toBe(pooling)
  expect(pooledFigure(pooling, parts)).toBe(value)
  expect(pooledFigure(pooling, [])).toBeUndefined()
})
