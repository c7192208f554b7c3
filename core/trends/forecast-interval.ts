import { InputError } from '../input-error.ts'
import type { Forecast } from './forecast.ts'
import { holtForecasts } from './holt-forecasts.ts'
import { linearForecasts } from './linear-forecasts.ts'
import { theilSenForecasts } from './theil-sen-forecasts.ts'

export type ForecastMethod = 'LINEAR' | 'HOLT' | 'THEILSEN'
export type ForecastOptions = {
  method?: ForecastMethod
  /** Above 0, below 1; 0.95 by default. */
  confidence?: number
  /** Bounds that forecasts and limits are held to, such as 0 and 100. */
  min?: number | undefined
  max?: number | undefined
}

const LEAST_VALUES = 3

/**
 * The periods after the last value, each with its forecast and limits.
 *
 * @param values One per period, from period 1 on; undefined where a period has none. LINEAR and THEILSEN leave such
 * periods out; HOLT must have a value for each between the first and the last.
 * @param ahead How many periods, 0 or more.
 * @throws InputError `tooFewValues` below 3, `theilSenSize`.
 */
export function forecastInterval(
  values: readonly (number | undefined)[],
  ahead: number,
  { method = 'LINEAR', confidence = 0.95, min = -Infinity, max = Infinity }: ForecastOptions = {},
): Forecast[] {
  const periods = values.map((_, i) => i + 1).filter((period) => values[period - 1] !== undefined)
  if (periods.length < LEAST_VALUES) {
    throw new InputError('tooFewValues', { argument: 'values', count: periods.length, least: LEAST_VALUES })
  }
  const series = { periods, values: values.filter((value) => value !== undefined) }
  const last = periods[periods.length - 1] as number
  const held = (value: number) => Math.min(max, Math.max(min, value))
  return forecasts().map(({ period, forecast, low, high }) => {
    return { period, forecast: held(forecast), low: held(low), high: held(high) }
  })

  function forecasts(): Forecast[] {
    if (method === 'HOLT') return holtForecasts(series.values, last, ahead, confidence)
    const next = Array.from({ length: ahead }, (_, i) => last + i + 1)
    return (method === 'LINEAR' ? linearForecasts : theilSenForecasts)(series, next, confidence)
  }
}
