import { describe, expect, it } from 'vitest'
import type { Proposal } from '../../../core/tiering/proposal.ts'
import { proposalSlip } from '../../../core/tiering/proposal-slip.ts'
import { proposals } from '../../../core/tiering/proposals.ts'
import { type RoundState, type RoundStep, roundState, roundStates } from '../../../core/tiering/round-state.ts'

const none = { exceptionTier: '', reason: '' }

describe('proposals', () => {
  it('are the customers whose tier would change, in the order of rows', () => {
    const scored = { ids: ['c1', 'c2', '', 'c3', 'c4'], scores: [80, 50, undefined, undefined, 20] }
    const current = ['A', 'C', '', 'B', '']
    expect(proposals(scored, ['A', 'B', undefined, undefined, 'C'], (row) => current[row]!)).toEqual([
      { customerId: 'c2', currentTier: 'C', proposedTier: 'B', score: 50, ...none },
      { customerId: 'c3', currentTier: 'B', proposedTier: '', ...none },
      { customerId: 'c4', currentTier: '', proposedTier: 'C', score: 20, ...none },
    ])
  })
})

describe('proposalSlip', () => {
  const proposal: Proposal = { customerId: 'c1', currentTier: 'B', proposedTier: 'C', ...none }
  it.each<[string, Partial<Proposal>, string | undefined]>([
    ['no exception', {}, undefined],
    ['a reason alone', { reason: 'because' }, undefined],
    ['an exception with its reason', { exceptionTier: 'B', reason: 'because' }, undefined],
    ['an exception without a reason', { exceptionTier: 'B' }, 'reasonMissing'],
    ['a tier that is not there', { exceptionTier: 'Z', reason: 'because' }, 'unknownTier'],
  ])('%s', (_, exception, problem) => {
    expect(proposalSlip([proposal, { ...proposal, ...exception }], ['C', 'B', 'A'])?.problem).toBe(problem)
  })
})

describe('roundState', () => {
  it.each<[RoundStep, RoundState[]]>([
    ['approve', ['proposed', 'approved']],
    ['publish', ['approved', 'published']],
    ['cancel', ['proposed', 'approved', 'cancelled']],
    ['except', ['proposed', 'approved']],
  ])('%s is possible while %j', (step, states) => {
    expect(roundStates.filter((state) => roundState(state, step) !== undefined)).toEqual(states)
  })

  it('asks for a new approval after an exception', () => {
    expect(roundState('approved', 'except')).toBe('proposed')
  })
})
