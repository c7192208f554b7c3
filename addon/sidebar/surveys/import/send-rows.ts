import type { server } from '../../kit/server.ts'
import type { OnPage, PreparedImport, TabRows } from './prepared-import.ts'

type Calls = Pick<typeof server, 'beginAnswerImport' | 'sendAnswers'>

/** What was sent so far; `refused` are rows that the survey did not take, with its reasons. */
export type SentSoFar = { sent: number; taken: number; known: number; refused: { row: number; why: string }[] }

export const nothingSent: SentSoFar = { sent: 0, taken: 0, known: 0, refused: [] }

/** As many as the API takes at once. */
const PAGE = 500

/**
 * Sends the rows that were prepared, page by page, from where it stood.
 *
 * @param onPage Told after each page.
 * @param goOn Asked before each page.
 */
export async function sendRows(
  calls: Calls,
  { surveyId, tab }: Pick<TabRows, 'surveyId' | 'tab'>,
  { plan, toSend, known }: Pick<PreparedImport, 'plan' | 'toSend' | 'known'>,
  before: SentSoFar,
  onPage: (sum: SentSoFar) => void,
  goOn: () => boolean,
): Promise<SentSoFar> {
  let sum = before
  if (sum.sent === 0) await calls.beginAnswerImport(surveyId, tab.name, plan, known, known + toSend.length)
  while (sum.sent < toSend.length && goOn()) {
    const page = toSend.slice(sum.sent, sum.sent + PAGE)
    const rows = page.map(({ id, answer }) => ({ id, ...answer }))
    const { accepted, duplicate, rejected } = await calls.sendAnswers(surveyId, tab.name, rows)
    sum = {
      sent: sum.sent + page.length,
      taken: sum.taken + accepted,
      known: sum.known + duplicate,
      refused: [
        ...sum.refused,
        ...rejected.map(({ place, reason }) => ({ row: page[place]?.row as number, why: reason })),
      ],
    }
    onPage(sum)
  }
  return sum
}

/** How far an import got, rows that were there before counted too. */
export function progressOf({ known, toSend }: PreparedImport, { sent }: SentSoFar): Parameters<OnPage>[0] {
  return { done: known + sent, total: known + toSend.length }
}
