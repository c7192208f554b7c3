import { InputError } from '../../core/input-error.ts'
import type { Override } from '../../core/tiering/override.ts'
import { standings } from '../../core/tiering/standings.ts'
import { tierMoves } from '../../core/tiering/tier-moves.ts'
import { dayCell, me, today } from '../sheet/now.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { dayOf } from '../sheet/reading/day-of.ts'
import { appendRows } from '../sheet/writing/append-rows.ts'
import { writeFields } from '../sheet/writing/write-fields.ts'
import { userMessages } from '../user-language.ts'
import { activeOverrides } from './active-overrides.ts'
import { knownStandard } from './known-standards.ts'
import { type ShownOverride, shownOverrides } from './list-overrides.ts'
import { runName } from './run-name.ts'
import { type TierCells, tierCells, writeTierCell } from './tier-cells.ts'
import { appendHistory } from './tier-history.ts'
import { readTierRecords, type TierRecords } from './tier-records.ts'

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
 * @returns Every override of the standard, as `listOverrides` gives them.
 * @throws InputError `blankField`, `noSuchCustomer`, `noSuchTier`, `overrideEndsFirst`, `busyNow`, `notApplied`: what
 * stands in the column before a standard's first run is not its own.
 */
export function setOverride(asked: OverrideAsked): ShownOverride[] {
  return oneAtATime(() => {
    const override = checked(asked)
    const { standard, customerId, from, until, ...texts } = override
    const records = readTierRecords()
    if (!records.parts.has(standard)) throw new InputError('notApplied', { standard })
    const cells = tierCells(standard)
    if (!cells.tiers.has(customerId)) throw new InputError('noSuchCustomer', { customer: customerId })
    const kept = records.overrides.overrides
    const isKept = kept.some((other) => isSame(other, override))
    if (!isKept) {
      const days = { from: dayCell(from), until: until === undefined ? '' : dayCell(until) }
      appendRows('overrides', [{ standard, customerId, ...texts, ...days }])
    }
    const all = isKept ? kept : [...kept, override]
    moveOne(standard, customerId, { records, cells, overrides: all })
    return shownOverrides(standard, all, cells.names)
  })
}

/**
 * Ends what holds today for a customer; yesterday was its last day. The customer moves back at once, to no tier where
 * the standard gives none.
 *
 * @returns Every override of the standard, as `listOverrides` gives them.
 * @throws InputError `sheetMoved`, `busyNow`.
 */
export function endOverride(standard: string, customerId: string): ShownOverride[] {
  return oneAtATime(() => {
    const records = readTierRecords()
    const { tab, overrides } = records.overrides
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
      writeFields(tab, [{ field: 'until', values }], ['customerId', 'standard', 'tier', 'reason', 'from'])
    }
    const left = overrides.map((one) => (holds.has(one.row) ? { ...one, until: day - 1 } : one))
    const cells = tierCells(standard)
    moveOne(standard, customerId, { records, cells, overrides: left })
    return shownOverrides(standard, left, cells.names)
  })
}

type Given = { records: TierRecords; cells: TierCells; overrides: readonly Override[] }

/** Moves one customer to where the overrides of today and the last run of the standard put them. */
function moveOne(standard: string, customerId: string, { records, cells, overrides }: Given): void {
  const last = standings(records.history, standard).get(customerId)
  const override = activeOverrides(standard, overrides).get(customerId)
  // One that has ended in the history may have been cut short before its cell was written.
  const hasEnded = last?.cause === 'overrideEnded'
  if ((!override && last?.cause !== 'override' && !hasEnded) || !records.parts.has(standard)) return
  const parts = records.parts.of(standard)
  const before = last?.tier ?? cells.tiers.get(customerId) ?? ''
  const tier = override?.tier ?? (hasEnded ? before : (parts.tierOf(customerId) ?? ''))
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
  writeTierCell(cells, customerId, tier)
}

function checked({ standard, customerId, tier, reason, from, until }: OverrideAsked): Override {
  const words = userMessages().tabs.overrides.headers
  if (!customerId.trim()) throw new InputError('blankField', { field: words.customerId })
  if (!reason.trim()) throw new InputError('blankField', { field: words.reason })
  const { tierOrder } = knownStandard(standard)
  if (!tierOrder.includes(tier))
    throw new InputError('noSuchTier', { tier, tiers: [...tierOrder].reverse().join(', ') })
  const [first, last] = [dayOf(from, words.from), until === '' ? undefined : dayOf(until, words.until)]
  if (last !== undefined && last < first) throw new InputError('overrideEndsFirst', undefined)
  return {
    ...{ standard, customerId: customerId.trim(), tier, reason: reason.trim(), by: me(), from: first },
    ...(last === undefined ? {} : { until: last }),
  }
}

function isSame(one: Override, other: Override): boolean {
  const fields = ['standard', 'customerId', 'tier', 'reason', 'from', 'until'] as const
  return fields.every((field) => one[field] === other[field])
}
