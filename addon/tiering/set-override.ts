import { InputError } from '../../core/input-error.ts'
import type { Override } from '../../core/tiering/override.ts'
import { standings } from '../../core/tiering/standings.ts'
import { tierMoves } from '../../core/tiering/tier-moves.ts'
import { dayCell, me, today } from '../sheet/now.ts'
import { dayOf } from '../sheet/reading/day-of.ts'
import { appendRows } from '../sheet/writing/append-rows.ts'
import { writeFields } from '../sheet/writing/write-fields.ts'
import { userMessages } from '../user-language.ts'
import { activeOverrides } from './active-overrides.ts'
import { hasApplied } from './has-applied.ts'
import { knownStandard } from './known-standards.ts'
import { readOverrides } from './overrides-tab.ts'
import { runName } from './run-name.ts'
import { readScoreParts } from './score-parts-tab.ts'
import { tierCells, writeTierCell } from './tier-cells.ts'
import { appendHistory, readHistory } from './tier-history.ts'

/** Days are texts such as `2026-03-31`; `until` '' is no end. */
export type OverrideAsked = {
  standard: string
  customerId: string
  tier: string
  reason: string
  from: string
  until: string
}

/**
 * Keeps an override and, where it holds today, moves the customer at once.
 *
 * @throws InputError `blankField`, `noSuchCustomer`, `noSuchTier`, `overrideEndsFirst`, `notApplied`: what stands in the
 * column before a standard's first run is not its own.
 */
export function setOverride(asked: OverrideAsked): void {
  const override = checked(asked)
  const isKept = readOverrides().overrides.some((other) => isSame(other, override))
  if (!isKept) {
    const { from, until, ...texts } = override
    appendRows('overrides', [{ ...texts, from: dayCell(from), until: until === undefined ? '' : dayCell(until) }])
  }
  moveOne(override.standard, override.customerId)
}

/** Ends what holds today for a customer; yesterday was its last day. The customer moves back at once. */
export function endOverride(standard: string, customerId: string): void {
  const { tab, overrides } = readOverrides()
  const day = today()
  const holds = new Set(
    overrides
      .filter((one) => one.standard === standard && one.customerId === customerId)
      .filter(({ from, until }) => from <= day && (until ?? day) >= day)
      .map(({ row }) => row),
  )
  if (tab && holds.size > 0) {
    const position = tab.at.until
    const values = tab.rows.map((line, row) => {
      const before = position === undefined ? '' : (line[position] ?? '')
      return holds.has(row) ? dayCell(day - 1) : before
    })
    writeFields(tab, [{ field: 'until', values }])
  }
  moveOne(standard, customerId)
}

/** Moves one customer to where the overrides of today and the last run of the standard put them. */
function moveOne(standard: string, customerId: string): void {
  const last = standings(readHistory(), standard).get(customerId)
  const override = activeOverrides(standard).get(customerId)
  if ((!override && last?.cause !== 'override') || !hasApplied(standard)) return
  const parts = readScoreParts(standard)
  const before = last?.tier ?? tierCells(standard).get(customerId) ?? ''
  const tier = override?.tier ?? parts.tierOf(customerId) ?? before
  const moves = tierMoves({ ids: [customerId] }, [tier], {
    standings: new Map(last ? [[customerId, last]] : []),
    tierInCell: () => before,
    overrides: new Map(override ? [[customerId, override]] : []),
    cause: 'round',
  })
  const score = parts.scoreOf(customerId)?.score
  appendHistory(
    moves.map((move) => ({
      ...{ ...move, standard, run: runName(), version: parts.facts?.version },
      ...{ fromScore: score, toScore: score, because: '', details: '' },
    })),
  )
  writeTierCell(standard, customerId, tier)
}

function checked({ standard, customerId, tier, reason, from, until }: OverrideAsked): Override {
  const words = userMessages().tabs.overrides.headers
  if (!customerId.trim()) throw new InputError('blankField', { field: words.customerId })
  if (!reason.trim()) throw new InputError('blankField', { field: words.reason })
  const { tierOrder } = knownStandard(standard)
  if (!tierOrder.includes(tier))
    throw new InputError('noSuchTier', { tier, tiers: [...tierOrder].reverse().join(', ') })
  if (!hasApplied(standard)) throw new InputError('notApplied', { standard })
  const [first, last] = [dayOf(from, words.from), until === '' ? undefined : dayOf(until, words.until)]
  if (last !== undefined && last < first) throw new InputError('overrideEndsFirst', undefined)
  if (!tierCells(standard).has(customerId.trim())) throw new InputError('noSuchCustomer', { customer: customerId })
  return {
    ...{ standard, customerId: customerId.trim(), tier, reason: reason.trim(), by: me(), from: first },
    ...(last === undefined ? {} : { until: last }),
  }
}

function isSame(one: Override, other: Override): boolean {
  const fields = ['standard', 'customerId', 'tier', 'reason', 'from', 'until'] as const
  return fields.every((field) => one[field] === other[field])
}
