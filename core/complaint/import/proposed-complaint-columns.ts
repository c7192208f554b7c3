import { fold } from '../../headers.ts'
import { en } from '../../messages/en.ts'
import { zhCN } from '../../messages/zh-cn.ts'
import { bestColumns } from '../../tabs/best-columns.ts'
import { complaintHeaderWords } from './complaint-header-words.ts'
import { type ComplaintColumns, complaintParts } from './complaint-plan.ts'

/** Which column holds what, by the headers in either language or as other systems export them. */
export function proposedComplaintColumns(header: readonly string[]): ComplaintColumns {
  return bestColumns(header.map(plain), words())
}

type Words = Record<keyof typeof complaintHeaderWords, readonly string[]>
let kept: Words | undefined

function words(): Words {
  kept ??= Object.fromEntries(
    complaintParts.map((part) => {
      const own = [en, zhCN].map(({ complaintImport }) => complaintImport.parts[part])
      return [part, [part, ...own, ...complaintHeaderWords[part]].map(plain)]
    }),
  ) as unknown as Words
  return kept
}

/** `Status (Ticket)` is as good as `Status`; `First response time (in hrs)` is another thing. */
function plain(header: string): string {
  return fold(header.replace(/\((?:tickets?|contacts?|accounts?)\)\s*$/i, ''))
}
