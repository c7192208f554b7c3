import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundColumns, type ColumnMark } from '../../../core/tabs/bound-columns.ts'

const marks: ColumnMark[] = [
  { position: 0, field: 'customerId', header: 'ID', alone: true },
  { position: 1, field: 'owner', header: 'Owner', alone: true },
  { position: 2, field: 'tier', header: 'Tier', alone: true },
]

describe('a field is bound to its column', () => {
  test.each([
    ['where it was', ['ID', 'Owner', 'Tier'], { customerId: 0, owner: 1, tier: 2 }],
    ['renamed', ['ID', 'Looked after by', 'Tier'], { customerId: 0, owner: 1, tier: 2 }],
    ['cut and pasted elsewhere', ['ID', '', 'Tier', 'Owner'], { customerId: 0, owner: 3, tier: 2 }],
    ['cut and pasted, its place filled anew', ['ID', 'Notes', 'Tier', 'Owner'], { customerId: 0, owner: 3, tier: 2 }],
    ['two that changed places by cut and paste', ['ID', 'Tier', 'Owner'], { customerId: 0, owner: 2, tier: 1 }],
    ['its header cleared', ['ID', '', 'Tier'], { customerId: 0, tier: 2 }],
  ])('%s', (_, header, expected) => {
    expect(boundColumns(header, marks, {})).toEqual(expected)
  })

  test('renamed, it does not follow its old header to a column that had it from the start', () => {
    const twins = [{ position: 0, field: 'tier', header: 'Tier', alone: false }]
    expect(boundColumns(['Our tier', 'Tier'], twins, {})).toEqual({ tier: 0 })
    expect(boundColumns(['Our tier', 'Tier'], [{ ...twins[0]!, alone: true }], {})).toEqual({ tier: 1 })
  })

  test('by its header where it has no mark, but never in a column that is marked for another', () => {
    expect(boundColumns(['ID', 'Owner', 'Tier', 'City'], marks, { city: 3, segment: 1 })).toEqual({
      customerId: 0,
      owner: 1,
      tier: 2,
      city: 3,
    })
  })

  test('a new column with the old name of a renamed one does not take its field, once the mark knows the new name', () => {
    const renamed = [{ position: 1, field: 'owner', header: 'Looked after by', alone: true }]
    expect(boundColumns(['ID', 'Looked after by', 'Owner'], renamed, { owner: 2 })).toEqual({ owner: 1 })
  })

  test('moving columns, with their marks, never changes which header a field is bound to', () => {
    const columns = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(
        columns.chain((names) => fc.tuple(fc.constant(names), fc.shuffledSubarray(names, { minLength: names.length }))),
        ([names, moved]) => {
          const carried = names.map((name) => ({
            position: moved.indexOf(name),
            field: `f:${name}`,
            header: name,
            alone: true,
          }))
          const bound = boundColumns(moved, carried, {})
          for (const name of names) expect(moved[bound[`f:${name}`] as number]).toBe(name)
        },
      ),
    )
  })
})
