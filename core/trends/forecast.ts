/** What to expect in one period, and the limits that it will lie between. */
export type Forecast = { period: number; forecast: number; low: number; high: number }

/** Past values, each with the number of its period, ascending. */
export type Series = { periods: readonly number[]; values: readonly number[] }
