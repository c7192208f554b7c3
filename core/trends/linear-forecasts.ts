import type { Forecast, Series } from './forecast.ts'
import { leastSquares } from './least-squares.ts'
import { lineForecasts } from './line-forecasts.ts'

/**
 * Least squares, with the t prediction interval.
 *
 * @param series At least 3 values.
 * @see R's predict.lm(interval = "prediction").
 */
export function linearForecasts(series: Series, ahead: readonly number[], confidence: number): Forecast[] {
  const line = leastSquares(series.periods, series.values)
  const at = (period: number) => line.meanY + line.slope * (period - line.meanX)
  const squares = series.values.reduce((sum, value, i) => sum + (value - at(series.periods[i] as number)) ** 2, 0)
  return lineForecasts(at, Math.sqrt(squares / (line.n - 2)), line, ahead, confidence)
}
