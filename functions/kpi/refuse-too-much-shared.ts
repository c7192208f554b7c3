import { InputError } from '../../core/input-error.ts'
import { type Audience, type Audiences, audienceWrites, type Gone } from '../store/audience.ts'
import { bytesOf, refuseTooLarge } from '../store/item-size.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

/** DynamoDB takes no more in one transaction. */
const MOST_BYTES = 4 * 1024 * 1024
/** For the record of the operation, and what of the audit trail's entry is alike in all. */
const OTHER_BYTES = 10_000

/**
 * Refuses a publication that is more than one transaction, now or when it is done again on a later day: from then on
 * each series says also where it stood before.
 *
 * @param beside What is written with the audiences: of which series figures are left, what the audit trail tells.
 * @throws InputError `tooMuchShared`, `tooMuchText` where one audience has more than an item holds.
 */
export function refuseTooMuchShared(
  workspace: WorkspaceKey,
  before: Audiences,
  after: readonly Audience[],
  beside: { gone: Gone[]; told: unknown },
): void {
  const later = after.map((each) => (before.audiences.includes(each) ? each : aDayLater(each)))
  const items = audienceWrites(workspace, before, later, beside.gone).map(({ Put }) => Put?.Item)
  for (const item of items) refuseTooLarge(item)
  const bytes = bytesOf(items) + bytesOf(beside.told) + OTHER_BYTES
  if (bytes <= MOST_BYTES) return
  const [kilobytes, most] = [Math.ceil(bytes / 1000), Math.floor(MOST_BYTES / 1000)]
  throw new InputError('tooMuchShared', { kilobytes, most })
}

function aDayLater(audience: Audience): Audience {
  const series = audience.series.map((each) => ({ ...each, before: { day: each.day, version: each.version } }))
  return { ...audience, series }
}
