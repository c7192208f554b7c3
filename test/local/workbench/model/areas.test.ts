import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Area, changedAreas, type LineChange, without } from '../../../../local/workbench/model/areas.ts'

const LINES = 12
const line = fc.integer({ min: 1, max: LINES })
const area = fc
  .record({ row: line, column: line, rows: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 1, max: 4 }) })
  .map(({ row, column, rows, columns }): Area => ({ row, column, rows, columns }))

/** What a list of lines becomes, done the plain way. */
function changedLines(lines: string[], change: LineChange): string[] {
  const { at, count } = change
  const copy = [...lines]
  if (change.kind === 'insert') copy.splice(at - 1, 0, ...Array<string>(count).fill('new'))
  else {
    const taken = copy.splice(at - 1, count)
    if (change.kind === 'move')
      copy.splice(change.before > at ? change.before - 1 - count : change.before - 1, 0, ...taken)
  }
  return copy
}

const change: fc.Arbitrary<LineChange> = fc
  .tuple(
    line,
    fc.integer({ min: 1, max: 4 }),
    fc.constantFrom('insert' as const, 'remove' as const, 'move' as const),
    fc.nat(2 * LINES),
  )
  .map(([at, count, kind, to]): LineChange => {
    if (kind === 'insert') return { kind, axis: 'column', at, count, atEnd: false }
    if (kind === 'remove') return { kind, axis: 'column', at, count }
    const before = to % 2 ? 1 + (to % at) : at + count + to
    return { kind: 'move', axis: 'column', at, count, before }
  })

describe('areas', () => {
  it('hold the same cells after a change, and inserted ones where they stand within', () => {
    fc.assert(
      fc.property(area, change, (before, how) => {
        const lines = Array.from({ length: 60 }, (_, index) => String(index + 1))
        const inside = (name: string) => {
          const number = Number(name)
          return number >= before.column && number < before.column + before.columns
        }
        const after = changedLines(lines, how)
        const covered = new Set(
          changedAreas(before, how).flatMap(({ column, columns }) =>
            Array.from({ length: columns }, (_, i) => column + i),
          ),
        )
        const within = how.at > before.column && how.at < before.column + before.columns
        after.forEach((name, index) => {
          expect([name, covered.has(index + 1)]).toEqual([name, name === 'new' ? within : inside(name)])
        })
      }),
    )
  })

  it('grow with their sheet where they reach its end', () => {
    const whole = { row: 2, column: 1, rows: 99, columns: 1 }
    const insert = { kind: 'insert', axis: 'row', at: 101, count: 50 } as const
    expect(changedAreas(whole, { ...insert, atEnd: true })).toEqual([{ ...whole, rows: 149 }])
    expect(changedAreas(whole, { ...insert, atEnd: false })).toEqual([whole])
  })

  it('cut apart cover what was covered, but for the cut', () => {
    fc.assert(
      fc.property(area, area, (whole, cut) => {
        const cells = (areas: Area[]) =>
          areas.flatMap(({ row, column, rows, columns }) =>
            Array.from(
              { length: rows * columns },
              (_, i) => `${row + Math.floor(i / columns)},${column + (i % columns)}`,
            ),
          )
        const left = cells(without(whole, cut))
        const cutCells = new Set(cells([cut]))
        expect(left.sort()).toEqual(
          cells([whole])
            .filter((cell) => !cutCells.has(cell))
            .sort(),
        )
      }),
    )
  })
})
