import { check, pipe, string } from 'valibot'
import { isIsoDay } from './iso-day.ts'

/** A calendar day in the workspace's time zone, as `2026-03-31`. */
export const daySchema = pipe(string(), check(isIsoDay, 'day'))
