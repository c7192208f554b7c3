import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movementMatrix } from '../../../core/tiering/movement-matrix.ts'
import { overriddenTiers } from '../../../core/tiering/overridden-tiers.ts'
import { standings } from '../../../core/tiering/standings.ts'
import type { RecordedMove, TierCause } from '../../../core/tiering/tier-move.ts'
import { type Before, tierMoves } from '../../../core/tiering/tier-moves.ts'

const none: Before = { standings: new Map(), tierInCell: () => '', overrides: new Map(), cause: 'score' }
const stood = (tier: string, cause: TierCause = 'score') => new Map([['c1', { tier, cause }]])
const held = new Map([['c1', { tier: 'A', reason: 'strategic' }]])

describe('tierMoves', () => {
  it.each<[string, Partial<Before>, string | undefined, [string, string, TierCause] | undefined]>([
    ['the first tier', {}, 'B', ['', 'B', 'first']],
    ['the first tier that the history hears of', { tierInCell: () => 'B' }, 'B', ['B', 'B', 'first']],
    ['another tier than the column says', { tierInCell: () => 'C' }, 'B', ['C', 'B', 'first']],
    ['never a tier', {}, undefined, undefined],
    ['the history is believed before the column', { standings: stood('B'), tierInCell: () => 'C' }, 'B', undefined],
    ['by score', { standings: stood('B') }, 'C', ['B', 'C', 'score']],
    ['no score any more', { standings: stood('B') }, undefined, ['B', '', 'score']],
    ['a score again', { standings: stood('') }, 'B', ['', 'B', 'score']],
    ['by a round', { standings: stood('B'), cause: 'round' }, 'A', ['B', 'A', 'round']],
    ['the first by a round', { cause: 'round' }, 'A', ['', 'A', 'round']],
    ['an override begins', { standings: stood('B'), overrides: held }, 'A', ['B', 'A', 'override']],
    ['an override keeps the tier', { standings: stood('A'), overrides: held }, 'A', ['A', 'A', 'override']],
    ['an override goes on', { standings: stood('A', 'override'), overrides: held }, 'A', undefined],
    ['another override', { standings: stood('B', 'override'), overrides: held }, 'A', ['B', 'A', 'override']],
    ['an override has ended', { standings: stood('A', 'override') }, 'B', ['A', 'B', 'overrideEnded']],
    ['it has ended and the tier stays', { standings: stood('A', 'override') }, 'A', ['A', 'A', 'overrideEnded']],
    ['its end was noted', { standings: stood('A', 'overrideEnded') }, 'A', undefined],
    ['an override for a customer without a score', { overrides: held }, 'A', ['', 'A', 'override']],
  ])('%s', (_, before, to, expected) => {
    const moves = tierMoves({ ids: ['c1', ''] }, [to, undefined], { ...none, ...before })
    expect(moves.map(({ from, to, cause }) => [from, to, cause])).toEqual(expected ? [expected] : [])
  })

  it('keeps the reason of an override, and no other', () => {
    const moves = tierMoves({ ids: ['c1', 'c2'] }, ['A', 'B'], { ...none, overrides: held })
    expect(moves.map(({ reason }) => reason)).toEqual(['strategic', ''])
  })

  it('notes once who left the file, and only in a run by score', () => {
    const left = { ...none, standings: stood('A') }
    expect(tierMoves({ ids: ['c2'] }, ['B'], left)).toContainEqual({
      ...{ customerId: 'c1', from: 'A', to: '', cause: 'gone', reason: '' },
    })
    expect(tierMoves({ ids: [] }, [], { ...left, standings: stood('', 'gone') })).toEqual([])
    expect(tierMoves({ ids: [] }, [], { ...left, cause: 'round' })).toEqual([])
  })
})

const ids = ['c1', 'c2', 'c3', 'c4']
const tier = fc.constantFrom('A', 'B', 'C', undefined)
const run = fc.record({
  present: fc.subarray(ids),
  tiers: fc.array(tier, { minLength: 4, maxLength: 4 }),
  overridden: fc.dictionary(fc.constantFrom(...ids), fc.record({ tier: fc.constantFrom('A', 'C') })),
  again: fc.boolean(),
})

/** What the runs of several days leave in the history, and which tiers they ended with day by day. */
function history(runs: { present: string[]; tiers: (string | undefined)[]; overridden: object; again: boolean }[]) {
  const lines: RecordedMove[] = []
  const days = runs.map(({ present, tiers, overridden, again }, day) => {
    const overrides = new Map(Object.entries(overridden)) as Map<string, { tier: string; reason: string }>
    const final = overriddenTiers({ ids: present, tiers }, overrides).slice(0, present.length)
    for (let time = 0; time <= Number(again); time++) {
      const before: Before = { ...none, standings: standings(lines, 'S'), overrides }
      const moves = tierMoves({ ids: present }, final, before)
      lines.push(...moves.map((move) => ({ ...move, at: day + 0.5 + time / 10, standard: 'S' })))
      if (time > 0) expect(moves).toEqual([])
    }
    return new Map(present.flatMap((id, row) => (final[row] ? [[id, final[row] as string] as const] : [])))
  })
  return { lines, days }
}

function tiersAt(lines: RecordedMove[], day: number): Map<string, string> {
  return new Map([...standings(lines, 'S', day)].filter(([, { tier }]) => tier).map(([id, { tier }]) => [id, tier]))
}

describe('the history', () => {
  it('replayed to any day gives the tiers of that day, and a run done twice adds nothing', () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
        const { lines, days } = history(runs)
        for (const [day, tiers] of days.entries()) expect(tiersAt(lines, day)).toEqual(tiers)
      }),
    )
  })

  it('takes of two moves at the same instant the one further down', () => {
    const move = { customerId: 'c1', from: '', cause: 'score', reason: '', standard: 'S', at: 1.5 } as const
    const lines = [
      { ...move, to: 'A' },
      { ...move, to: 'B' },
    ]
    expect(standings(lines, 'S').get('c1')?.tier).toBe('B')
  })

  it('means the same after it was sorted', () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
        const { lines } = history(runs)
        const sorted = [...lines].sort((a, b) => b.customerId.localeCompare(a.customerId) || b.at - a.at)
        expect(tiersAt(sorted, 99)).toEqual(tiersAt(lines, 99))
      }),
    )
  })

  it('makes a matrix whose rows add up to the tiers of the first day and whose columns to those of the second', () => {
    fc.assert(
      fc.property(fc.array(run, { minLength: 2, maxLength: 6 }), fc.nat(5), fc.nat(5), (runs, from, to) => {
        const { lines, days } = history(runs)
        const [first, second] = [days[Math.min(from, days.length - 1)], days[Math.min(to, days.length - 1)]]
        const matrix = movementMatrix(lines, 'S', { from, to }, ['C', 'B', 'A'])
        matrix.tiers.forEach((tier, at) => {
          const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
          const count = (tiers = new Map<string, string>()) => [...tiers.values()].filter((one) => one === tier).length
          expect(sum(matrix.counts[at]!) + matrix.left[at]!).toBe(count(first))
          expect(sum(matrix.counts.map((row) => row[at]!)) + matrix.came[at]!).toBe(count(second))
        })
      }),
    )
  })
})

describe('movementMatrix', () => {
  const move = (customerId: string, at: number, from: string, to: string): RecordedMove => ({
    ...{ customerId, at, from, to, cause: 'score', reason: '', standard: 'S' },
  })

  it('counts up, down, stayed, came and left, and ignores other standards', () => {
    const lines = [
      ...['c1', 'c2', 'c3', 'c4'].map((id) => move(id, 1, '', 'B')),
      move('c5', 1, '', 'A'),
      move('c1', 5.9, 'B', 'A'),
      move('c2', 5, 'B', 'C'),
      move('c4', 5, 'B', ''),
      move('c6', 5, '', 'C'),
      move('c6', 6, 'C', 'A'),
      { ...move('c3', 5, 'B', 'A'), standard: 'T' },
    ]
    expect(movementMatrix(lines, 'S', { from: 1, to: 5 }, ['C', 'B', 'A'])).toEqual({
      tiers: ['A', 'B', 'C'],
      counts: [
        [1, 0, 0],
        [1, 1, 1],
        [0, 0, 0],
      ],
      came: [0, 0, 1],
      left: [0, 1, 0],
      up: 1,
      down: 1,
      stayed: 2,
    })
  })

  it('shows tiers that the standard no longer has after the others, neither up nor down', () => {
    const lines = [move('c1', 1, '', 'Gold'), move('c1', 2, 'Gold', 'A')]
    expect(movementMatrix(lines, 'S', { from: 1, to: 2 }, ['B', 'A'])).toMatchObject({
      tiers: ['A', 'B', 'Gold'],
      counts: [
        [0, 0, 0],
        [0, 0, 0],
        [1, 0, 0],
      ],
      up: 0,
      down: 0,
    })
  })
})
