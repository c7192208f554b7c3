import { setTimeout } from 'node:timers/promises'
import { logLine } from './log-line.ts'
import { documentClient } from './store/client.ts'
import { audit } from './survey/audit.ts'

/** Time to end an item in. */
const RESERVE_MS = 60_000
const HOUR_MS = 3_600_000

/**
 * The handler behind the nightly schedule: as much of the day's pass as the function's time allows; the next run goes on.
 *
 * TABLE_NAME.
 */
export async function handler(_event: unknown, context: { getRemainingTimeInMillis(): number }): Promise<void> {
  const table = process.env.TABLE_NAME
  if (!table) throw new Error('TABLE_NAME is not set.')
  const found = await audit(
    { db: documentClient(), table },
    {
      now: () => new Date(),
      isOver: () => context.getRemainingTimeInMillis() < RESERVE_MS,
      pause: (ms) => setTimeout(ms),
      since: new Date(Date.now() - 12 * HOUR_MS),
    },
  )
  logLine('tiersheet-audit', found.wrong > 0 ? 'ERROR' : 'INFO', 'audit', found)
}
