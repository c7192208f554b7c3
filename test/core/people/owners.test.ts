import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Assignable, owners, type StaffMember } from '../../../core/people/owners.ts'

const member = (level: number, capacity: number, ...skills: string[]): StaffMember => ({
  level,
  capacity,
  skills: new Set(skills),
})
const customer = (rank: number, current?: number, ...needs: string[]): Assignable => ({ rank, current, needs })

describe('owners', () => {
  it.each<[string, Assignable[], StaffMember[], (number | undefined)[]]>([
    [
      'the highest rank goes to the highest level, wherever it stands',
      [customer(0), customer(2), customer(1)],
      [member(1, 1), member(3, 1), member(2, 1)],
      [0, 1, 2],
    ],
    [
      'a higher level is filled before a lower one gets any',
      [customer(0), customer(0), customer(0)],
      [member(1, 5), member(2, 2)],
      [1, 1, 0],
    ],
    [
      // loads against capacity: 0/4 0/2 -> first; 1/4 0/2 -> second; 1/4 1/2 -> first; 2/4 1/2 -> first of equals
      'within a level the least loaded against capacity, the first among equals',
      [customer(0), customer(0), customer(0), customer(0), customer(0)],
      [member(1, 4), member(1, 2)],
      [0, 1, 0, 0, 1],
    ],
    ['nobody with room', [customer(0), customer(1)], [member(1, 1)], [undefined, 0]],
    ['a capacity of 0', [customer(0)], [member(1, 0)], [undefined]],
    ['no staff', [customer(0)], [], [undefined]],
    ['no customers', [], [member(1, 1)], []],
    [
      'a needed skill goes before level',
      [customer(0, undefined, 'english'), customer(0)],
      [member(2, 5), member(1, 5, 'english')],
      [1, 0],
    ],
    [
      'every needed skill is needed',
      [customer(0, undefined, 'english', 'export'), customer(0, undefined, 'french')],
      [member(2, 5, 'english'), member(1, 5, 'english', 'export')],
      [1, undefined],
    ],
    ['a present owner stays, even of a lower level', [customer(1, 1)], [member(2, 5), member(1, 5)], [1]],
    ['a present owner without the skill does not', [customer(1, 1, 'a')], [member(2, 5, 'a'), member(1, 5)], [0]],
    [
      'where a present owner has too many the highest rank stays, then the first row',
      [customer(0, 0), customer(1, 0), customer(0, 0)],
      [member(1, 2), member(1, 9)],
      [0, 0, 1],
    ],
    [
      'present owners are kept before others of a higher rank are given to them',
      [customer(5), customer(0, 0)],
      [member(2, 1), member(1, 1)],
      [1, 0],
    ],
    [
      'loads count those who stay',
      [customer(0, 0), customer(0, 0), customer(0), customer(0)],
      [member(1, 4), member(1, 4)],
      [0, 0, 1, 1],
    ],
  ])('%s', (_, customers, staff, expected) => {
    expect(owners(customers, staff)).toEqual(expected)
  })

  const skills = fc.subarray(['a', 'b'])
  const team = fc.array(
    fc
      .record({ level: fc.integer({ min: 1, max: 3 }), capacity: fc.integer({ min: 0, max: 5 }), skills })
      .map(({ skills: own, ...rest }) => ({ ...rest, skills: new Set(own) })),
    { maxLength: 5 },
  )
  const group = fc.array(
    fc.record({
      rank: fc.integer({ min: 0, max: 2 }),
      current: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
      needs: skills,
    }),
    { maxLength: 20 },
  )
  const case_ = fc
    .tuple(group, team)
    .map(([customers, staff]): [Assignable[], StaffMember[]] => [
      customers.map((each) => ({ ...each, current: (each.current ?? 9) < staff.length ? each.current : undefined })),
      staff,
    ])
  const loadsOf = (found: (number | undefined)[], staff: StaffMember[]) =>
    staff.map((_, at) => found.filter((owner) => owner === at).length)

  it('gives nobody more than their capacity, and no customer to one without the skills', () => {
    fc.assert(
      fc.property(case_, ([customers, staff]) => {
        const found = owners(customers, staff)
        loadsOf(found, staff).forEach((load, at) => {
          expect(load).toBeLessThanOrEqual(staff[at]?.capacity as number)
        })
        found.forEach((at, row) => {
          if (at === undefined) return
          for (const need of customers[row]?.needs ?? []) expect(staff[at]?.skills.has(need)).toBe(true)
        })
      }),
    )
  })

  it('leaves nobody unassigned whom someone with the skills has room for', () => {
    fc.assert(
      fc.property(case_, ([customers, staff]) => {
        const found = owners(customers, staff)
        const loads = loadsOf(found, staff)
        found.forEach((at, row) => {
          if (at !== undefined) return
          const { needs } = customers[row] as Assignable
          const able = staff.filter(
            (each, i) => (loads[i] as number) < each.capacity && needs.every((n) => each.skills.has(n)),
          )
          expect(able).toEqual([])
        })
      }),
    )
  })

  it('changes nothing when it is run again with its own result', () => {
    fc.assert(
      fc.property(case_, ([customers, staff]) => {
        const found = owners(customers, staff)
        expect(
          owners(
            customers.map((each, row) => ({ ...each, current: found[row] })),
            staff,
          ),
        ).toEqual(found)
      }),
    )
  })

  it('gives the same owners where rows of the same rank keep their order', () => {
    fc.assert(
      fc.property(case_, ([customers, staff]) => {
        const found = owners(customers, staff)
        const rows = customers.map((_, row) => row)
        const moved = rows.sort((a, b) => (customers[a] as Assignable).rank - (customers[b] as Assignable).rank)
        const again = owners(
          moved.map((row) => customers[row] as Assignable),
          staff,
        )
        again.forEach((at, i) => {
          expect(at).toBe(found[moved[i] as number])
        })
      }),
    )
  })

  it('never puts a higher rank below a lower one when all are assigned afresh', () => {
    fc.assert(
      fc.property(case_, ([customers, staff]) => {
        const fresh = customers.map(({ rank }) => ({ rank, current: undefined, needs: [] }))
        const found = owners(fresh, staff)
        const levelOf = (row: number) => {
          const at = found[row]
          return at === undefined ? 0 : (staff[at] as StaffMember).level
        }
        fresh.forEach((one, a) => {
          fresh.forEach((other, b) => {
            if (one.rank > other.rank) expect(levelOf(a)).toBeGreaterThanOrEqual(levelOf(b))
          })
        })
      }),
    )
  })

  it('fills everyone where there is just enough room', () => {
    const customers = Array.from({ length: 4_000 }, (_, i) => customer(i % 3))
    const staff = Array.from({ length: 40 }, (_, i) => member(i % 4, 100))
    const found = owners(customers, staff)
    expect(new Set(loadsOf(found, staff))).toEqual(new Set([100]))
  })
})
