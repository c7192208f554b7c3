import { InputError } from '../input-error.ts'
import type { SpendParameters } from './spend-fit.ts'

/**
 * What an order of a customer is expected to come to, in view of its repeat orders so far.
 *
 * Between the customer's own mean and that of all customers, the nearer to its own the more orders there are; that of
 * all for a customer without repeat orders. undefined for a mean spend of 0 or less, which the model does not know.
 *
 * @param spend Mean of the repeat orders; undefined where x is 0.
 * @throws InputError `spendNoMean` where q is not above 1.
 * @see Fader and Hardie (2013), The Gamma-Gamma Model of Monetary Value, equation 5.
 */
export function expectedSpend({ p, q, v }: SpendParameters, x: number, spend: number | undefined): number | undefined {
  if (!(q > 1)) throw new InputError('spendNoMean', { q: q.toFixed(2) })
  if (spend === undefined) return (p * v) / (q - 1)
  return spend > 0 ? (p * (v + x * spend)) / (p * x + q - 1) : undefined
}
