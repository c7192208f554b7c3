import { awaySince } from '../../live/live-cells.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'

/**
 * Whether the live figures are up to date, or since when the Tiersheet service could not be reached.
 *
 * Example: =TS_LIVE_STATUS(A1)
 *
 * @param {any} refresh [optional] Any cell: change it to look again.
 * @return A sentence.
 * @customfunction
 */
export function TS_LIVE_STATUS(refresh?: Argument): Result {
  return inCell('TS_LIVE_STATUS', ({ messages }) => {
    void refresh
    const since = awaySince()
    return since === undefined ? messages.live.reached : messages.live.awaySince(since)
  })
}
