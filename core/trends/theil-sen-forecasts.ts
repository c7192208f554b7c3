import { percentileInc } from '../maths/percentile-inc.ts'
import type { Forecast, Series } from './forecast.ts'
import { leastSquares } from './least-squares.ts'
import { lineForecasts } from './line-forecasts.ts'
import { theilSen } from './theil-sen.ts'

/**
 * The Theil-Sen line, which a few odd values don't bend. Its limits are the t prediction interval with the standard
 * deviation taken from the median absolute residual, as Rousseeuw and Leroy correct it for few values: 1.4826 (1 + 5 /
 * (n - 2)); or, where over half of the values lie on the line, from the mean absolute residual.
 *
 * @param series At least 3 values.
 * @see Sen (1968), JASA 63, 1379-1389; Rousseeuw and Leroy (1987), Robust regression and outlier detection, chapter 5.
 */
export function theilSenForecasts(series: Series, ahead: readonly number[], confidence: number): Forecast[] {
  const { slope, intercept } = theilSen(series.periods, series.values)
  const at = (period: number) => intercept + slope * period
  const deviation = robustDeviation(series.values.map((value, i) => value - at(series.periods[i] as number)))
  return lineForecasts(at, deviation, leastSquares(series.periods, series.values), ahead, confidence)
}

function robustDeviation(distances: readonly number[]): number {
  const n = distances.length
  const sizes = Float64Array.from(distances, Math.abs).sort()
  const middle = percentileInc(sizes, 1, 2)
  const largest = sizes[n - 1] as number
  if (middle > 1e-12 * largest) return 1.4826 * (1 + 5 / (n - 2)) * middle
  return (Math.sqrt(Math.PI / 2) * sizes.reduce((sum, size) => sum + size, 0)) / (n - 2)
}
