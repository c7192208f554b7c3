/** The limits that a standard can set, each with the indicator that it looks at. */
export const limitKeys = { probability: 'orders:probability', collectDays: 'orders:collectDays' } as const
