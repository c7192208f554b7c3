import { setTimeout } from 'node:timers/promises'
import { logLine } from './log-line.ts'
import { onSchedule } from './on-schedule.ts'
import { setting } from './setting.ts'
import { documentClient } from './store/client.ts'
import { audit } from './survey/audit.ts'

const SERVICE = 'tiersheet-audit'
/** Time to end an item in. */
const RESERVE_MS = 60_000
const HOUR_MS = 3_600_000

/**
 * The handler behind the nightly schedule: as much of the day's pass as the function's time allows; the next run goes on.
 *
 * TABLE_NAME.
 */
export async function handler(_event: unknown, context: { getRemainingTimeInMillis(): number }): Promise<void> {
  const table = setting('TABLE_NAME')
  const found = await onSchedule(SERVICE, () =>
    audit(
      { db: documentClient(), table },
      {
        now: () => new Date(),
        isOver: () => context.getRemainingTimeInMillis() < RESERVE_MS,
        pause: (ms) => setTimeout(ms),
        since: new Date(Date.now() - 12 * HOUR_MS),
      },
    ),
  )
  logLine(SERVICE, found.wrong > 0 ? 'ERROR' : 'INFO', 'audit', found)
}
