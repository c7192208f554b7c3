/** Opportunities as columns of equal length; `closed` is the day each ended, undefined while open. */
export type OpportunityRecords = {
  ids: readonly string[]
  amounts: readonly number[]
  stages: readonly string[]
  closed: readonly (number | undefined)[]
}

/** What is only expected has not ended: 待成交, 预计赢单. */
const ENDED = /(?<!un)(won|lost|closed|cancel)|(?<!待|未|预计|即将)(赢单|输单|成交|关闭|丢单|作废|取消|无效)/i

/** What each customer's open opportunities come to. One is open that has no closing day up to `asOf` and no final stage. */
export function openAmounts({ ids, amounts, stages, closed }: OpportunityRecords, asOf: number): Map<string, number> {
  const open = new Map<string, number>()
  ids.forEach((id, row) => {
    if ((closed[row] ?? Infinity) <= asOf || ENDED.test(stages[row] as string)) return
    open.set(id, (open.get(id) ?? 0) + (amounts[row] as number))
  })
  return open
}
