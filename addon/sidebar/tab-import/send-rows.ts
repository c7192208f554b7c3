import type { OnPage } from '../customer-file/read-rows.ts'
import type { PreparedImport } from './prepared-import.ts'
import type { Refusal } from './rejected-rows.tsx'

/** What became of the rows that were sent; `rejected` by their place among them, with the backend's reason. */
type SentPage = { accepted: number; duplicate: number; rejected: { place: number; reason: string }[] }

/** How rows of one kind are sent. */
export type Sender<R> = {
  /** As many as the API takes at once. */
  page: number
  /** Remembers that an import has begun; `done` rows of it are there already. */
  begin: (done: number, of: number) => Promise<unknown>
  /** @param operationId The same for the same page, however often it is sent. */
  send: (rows: readonly R[], operationId: string) => Promise<SentPage>
}

/** What was sent so far; `refused` are rows that were not taken, with the reasons. */
export type SentSoFar = { sent: number; taken: number; known: number; refused: Refusal[] }

export const nothingSent: SentSoFar = { sent: 0, taken: 0, known: 0, refused: [] }

export type Sendable<R> = { importId: string; toSend: readonly R[]; known: number }

/** How a page is sent while the service may be away; undefined where somebody stopped it meanwhile. */
type SendPage = (send: () => Promise<SentPage>) => Promise<SentPage | undefined>

/**
 * Sends the rows that were prepared, page by page, from where it stood.
 *
 * @param onPage Told after each page.
 * @param goOn Asked before each page.
 * @param sendPage Once, by default.
 */
export async function sendRows<R extends { row: number }>(
  sender: Sender<R>,
  { importId, toSend, known }: Sendable<R>,
  before: SentSoFar,
  onPage: (sum: SentSoFar) => void,
  goOn: () => boolean,
  sendPage: SendPage = (send) => send(),
): Promise<SentSoFar> {
  let sum = before
  if (sum.sent === 0) await sender.begin(known, known + toSend.length)
  while (sum.sent < toSend.length && goOn()) {
    const page = toSend.slice(sum.sent, sum.sent + sender.page)
    const sent = await sendPage(() => sender.send(page, `${importId}-${sum.sent}`))
    if (!sent) break
    const { accepted, duplicate, rejected } = sent
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
export function progressOf(
  { known, toSend }: Pick<PreparedImport, 'known' | 'toSend'>,
  { sent }: SentSoFar,
): Parameters<OnPage>[0] {
  return { done: known + sent, total: known + toSend.length }
}
