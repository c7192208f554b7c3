import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNameTaken, nameNow, renamedStandard, type StandardNames } from '../../../core/standard/standard-names.ts'

test('whatever standards were called, each of their names leads to them and to no other', () => {
  const name = fc.constantFrom('A', 'B', 'C', 'D', 'constructor')
  const renaming = fc.record({ which: fc.nat(1), to: name })
  fc.assert(
    fc.property(fc.array(renaming, { maxLength: 12 }), (renamings) => {
      let names: StandardNames = { renamed: [], removed: [] }
      const called: string[][] = [['A'], ['B']]
      const now = (at: number) => called[at]?.at(-1) as string
      for (const { which, to } of renamings) {
        const isOthers = called[1 - which]?.includes(to) ?? false
        expect(isNameTaken(names, [now(0), now(1)], now(which), to)).toBe(isOthers)
        if (isOthers || to === now(which)) continue
        names = renamedStandard(names, now(which), to)
        called[which]?.push(to)
      }
      for (const at of [0, 1]) for (const former of called[at] as string[]) expect(nameNow(names, former)).toBe(now(at))
    }),
  )
})

test('the name of a removed standard is taken', () => {
  expect(isNameTaken({ renamed: [], removed: ['Old'] }, ['A'], 'A', 'Old')).toBe(true)
})
