/** Whether an earlier rule fits all that a rule fits: the first that fits holds. Blank conditions hold for all. */
export function neverHolds<Rule extends Partial<Record<Condition, string>>, Condition extends keyof Rule>(
  rules: readonly Rule[],
  place: number,
  conditions: readonly Condition[],
): boolean {
  const rule = rules[place] as Rule
  return rules.slice(0, place).some((earlier) =>
    conditions.every((condition) => {
      const asked = earlier[condition]?.trim()
      return !asked || asked === rule[condition]?.trim()
    }),
  )
}
