import { studentQuantile } from '../maths/student-quantile.ts'
import type { Forecast } from './forecast.ts'
import type { Line } from './least-squares.ts'

/**
 * A straight line carried on, with the t prediction interval.
 *
 * @param at The line.
 * @param deviation The standard deviation of values around it.
 * @param past The periods that it was laid through.
 */
export function lineForecasts(
  at: (period: number) => number,
  deviation: number,
  past: Pick<Line, 'n' | 'meanX' | 'squaresX'>,
  ahead: readonly number[],
  confidence: number,
): Forecast[] {
  const { n, meanX, squaresX } = past
  const t = studentQuantile((1 + confidence) / 2, n - 2)
  return ahead.map((period) => {
    const half = t * deviation * Math.sqrt(1 + 1 / n + (period - meanX) ** 2 / squaresX)
    const forecast = at(period)
    return { period, forecast, low: forecast - half, high: forecast + half }
  })
}
