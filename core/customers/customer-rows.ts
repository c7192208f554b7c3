/**
 * The rows of each customer, in the order in which they stand.
 *
 * @param customerOf For each row the customer's position, -1 for a row that is left out.
 * @returns `rows` customer by customer; those of customer i are `rows[starts[i]]` to before `rows[starts[i + 1]]`.
 */
export function customerRows(customerOf: Int32Array, customers: number): { rows: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(customers + 1)
  for (const customer of customerOf) if (customer !== -1) starts[customer + 1] = (starts[customer + 1] as number) + 1
  for (let i = 0; i < customers; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number)
  const next = starts.slice()
  const rows = new Int32Array(starts[customers] as number)
  for (let row = 0; row < customerOf.length; row++) {
    const customer = customerOf[row] as number
    if (customer === -1) continue
    const at = next[customer] as number
    rows[at] = row
    next[customer] = at + 1
  }
  return { rows, starts }
}
