/**
 * How many different products each customer has ordered; case and outer spaces make no other product.
 *
 * @param products One per order; '' counts for none.
 * @param customerOf For each order the place of its customer, -1 where it is left out.
 * @param customers How many customers there are.
 */
export function differentProducts(
  products: readonly string[],
  customerOf: ArrayLike<number>,
  customers: number,
): number[] {
  const seen = new Set<number>()
  const numbers = new Map<string, number>()
  const counts = new Array<number>(customers).fill(0)
  for (let row = 0; row < customerOf.length; row++) {
    const customer = customerOf[row] as number
    const name = (products[row] as string).trim().toLowerCase()
    if (customer === -1 || name === '') continue
    const number = numbers.get(name) ?? numbers.size
    numbers.set(name, number)
    const pair = number * customers + customer
    if (seen.has(pair)) continue
    seen.add(pair)
    counts[customer] = (counts[customer] as number) + 1
  }
  return counts
}
