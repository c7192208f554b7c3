import type { Took } from './took.ts'

/** A line of the table: what is to be reached, what was measured, whether it is reached. */
export type Row = { target: string; measured: string; reached: string; note: string }

/** @param target What is to be reached, and whether it is; left out where nothing is. */
export function row(measured: string | number, target?: [told: string, isReached: boolean], note = ''): Row {
  const reached = target ? (target[1] ? 'yes' : 'NO') : ''
  return { target: target?.[0] ?? '', measured: String(measured), reached, note }
}

/** Of so many by the clock; the note tells how busy the machine was with other things, and what it takes alone. */
export function rateRow(count: number, spent: Took, least?: number): Row {
  const rate = Math.round(count / spent.seconds)
  const share = Math.round((spent.processorSeconds / spent.seconds) * 100)
  const note = `had ${share} % of a processor; ${Math.round(count / spent.processorSeconds)} a processor second`
  return row(`${rate}/s`, least === undefined ? undefined : [`>= ${least}/s`, rate >= least], note)
}
