/**
 * What a customer is worth while it stays: order value x orders a year x years x margin, not discounted.
 *
 * @param margin Share of the order value that is profit, as a decimal.
 */
export function clvSimple(orderValue: number, ordersPerYear: number, years: number, margin = 1): number {
  return orderValue * ordersPerYear * years * margin
}
