/**
 * The tiers that people decided on and the standard does not have, each with its customers: they keep it until the
 * override ends or is changed.
 *
 * @param overridden The customers' places with the tiers that somebody decided.
 * @param ids The customers' ids by place.
 */
export function goneTiers(
  overridden: readonly (readonly [place: number, tier: string])[],
  ids: readonly string[],
  tierOrder: readonly string[],
): { tier: string; customers: string[] }[] {
  const found = new Map<string, string[]>()
  for (const [place, tier] of overridden) {
    if (tierOrder.includes(tier)) continue
    const customers = found.get(tier) ?? []
    found.set(tier, customers)
    customers.push(ids[place] as string)
  }
  return [...found].map(([tier, customers]) => ({ tier, customers }))
}
