import { normalQuantile } from '../maths/normal-quantile.ts'
import type { Forecast } from './forecast.ts'

const ALPHA = 0.5
const BETA = 0.3

/**
 * Holt's linear trend with fixed smoothing, alpha 0.5 and beta 0.3.
 *
 * It starts at the second value with the step from the first as its trend. The limits are normal: their variance is the
 * mean square of the errors one step ahead, from the third value on, times 1 + the sum over j < h of
 * (alpha (1 + j beta))^2 for h steps ahead.
 *
 * @param values At least 3, one for every period.
 * @param last The number of the last value's period.
 * @param ahead How many periods.
 * @see R's HoltWinters(gamma = FALSE), which starts alike; Hyndman and Athanasopoulos, Forecasting: principles and
 * practice, 8.7, for the variance.
 */
export function holtForecasts(values: readonly number[], last: number, ahead: number, confidence: number): Forecast[] {
  const [first, second, ...rest] = values as [number, number, ...number[]]
  let level = second
  let slope = second - first
  let squares = 0
  for (const value of rest) {
    const error = value - level - slope
    squares += error * error
    level += slope + ALPHA * error
    slope += ALPHA * BETA * error
  }
  const z = normalQuantile((1 + confidence) / 2)
  let variance = squares / rest.length
  const errorVariance = variance
  return Array.from({ length: ahead }, (_, j) => {
    if (j > 0) variance += errorVariance * (ALPHA * (1 + j * BETA)) ** 2
    const forecast = level + (j + 1) * slope
    const half = z * Math.sqrt(variance)
    return { period: last + j + 1, forecast, low: forecast - half, high: forecast + half }
  })
}
