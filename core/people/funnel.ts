import { positions } from '../positions.ts'

type Stage = string | number

export type FunnelRow = {
  stage: Stage
  /** Deals that reached the stage, those that have gone further among them, and what they are worth. */
  deals: number
  amount: number
  /** Deals of this stage over deals of the stage before; undefined for the first, after 0 deals, and outside the order. */
  conversion: number | undefined
}

/**
 * How many deals, worth how much, have come to each stage: a deal has passed all stages before its own.
 *
 * Stages that are not in the order, such as lost deals, follow after it in order of first appearance with their own
 * deals alone: how far those had come is not known.
 *
 * @param amounts One per deal; undefined adds nothing.
 * @param order The stages from first to last; in order of first appearance by default.
 * @throws InputError `nameTwice` for a stage that is twice in the order.
 */
export function funnel(
  stages: readonly Stage[],
  amounts: readonly (number | undefined)[],
  order: readonly Stage[] = distinct(stages),
): FunnelRow[] {
  const rowOf = positions(order, 'order')
  const rows: FunnelRow[] = order.map(empty)
  stages.forEach((stage, deal) => {
    const key = `${stage}`
    if (!rowOf.has(key)) rowOf.set(key, rows.push(empty(stage)) - 1)
    const row = rows[rowOf.get(key) as number] as FunnelRow
    row.deals += 1
    row.amount += amounts[deal] ?? 0
  })
  for (let i = order.length - 2; i >= 0; i--) {
    const [row, next] = [rows[i], rows[i + 1]] as [FunnelRow, FunnelRow]
    row.deals += next.deals
    row.amount += next.amount
  }
  for (let i = 1; i < order.length; i++) {
    const [before, row] = [rows[i - 1], rows[i]] as [FunnelRow, FunnelRow]
    row.conversion = before.deals > 0 ? row.deals / before.deals : undefined
  }
  return rows
}

function distinct(stages: readonly Stage[]): Stage[] {
  const found = new Map<string, Stage>()
  for (const stage of stages) if (!found.has(`${stage}`)) found.set(`${stage}`, stage)
  return [...found.values()]
}

function empty(stage: Stage): FunnelRow {
  return { stage, deals: 0, amount: 0, conversion: undefined }
}
