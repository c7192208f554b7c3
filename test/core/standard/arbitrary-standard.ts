import fc from 'fast-check'
import type { Standard } from '../../../core/standard/standard.ts'

const name = fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }).filter((text) => text.trim() === text)
const share = fc.integer({ min: 1, max: 99 })
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

const tiers = fc
  .tuple(fc.uniqueArray(name, { minLength: 1, maxLength: 5 }), fc.uniqueArray(share, { minLength: 5, maxLength: 5 }))
  .map(([labels, bounds]) => {
    const rising = bounds.sort((a, b) => a - b)
    return labels.map((label, at) => ({ label, from: at === 0 ? 0 : (rising[at - 1] as number) }))
  })

/** Any standard that can be applied. */
export const arbitraryStandard: fc.Arbitrary<Standard> = fc.record({
  name,
  version: fc.integer({ min: 1, max: 99 }),
  indicators: fc.uniqueArray(
    fc.record({
      key: name.map((column) => `column:${column}`),
      label: name,
      direction: fc.constantFrom(1 as const, -1 as const),
      weight: fc.integer({ min: 1, max: 100 }).map((weight) => weight / 4),
    }),
    { selector: ({ key }) => key, minLength: 1, maxLength: 6 },
  ),
  method: fc.constantFrom('PERCENTRANK' as const, 'MINMAX' as const),
  cut: fc.constantFrom('SCORE' as const, 'SHARE' as const),
  tiers,
  product: fc.oneof(fc.constant(''), name),
  limits: fc.record({
    probability: orNull(share.map((percent) => percent / 100)),
    collectDays: orNull(fc.integer({ min: 0, max: 200 })),
  }),
  note: fc.oneof(fc.constant(''), name),
})
