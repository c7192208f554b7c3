import { digestOf } from '../secrets.ts'
import type { DueEntry } from '../store/due.ts'
import { findMessage, type Message, moveMessage } from '../store/message.ts'
import type { DeskBackend } from './desk-backend.ts'
import { feedbackAddress } from './feedback-link.ts'
import { type Mail, type Mailer, MailRefused } from './mail.ts'

/** So long after it was begun, a handing over that never ended is taken as cut short. */
const CUT_SHORT_MS = 10 * 60_000
const TRIES = 6

/** One address without a name: nothing that a mail's head could take for several, or for another line of it. */
const ONE_ADDRESS = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/

/**
 * Sends a message that is due, at most once: it is claimed before it is handed over, so that of two sweeps one sends it,
 * and one that died meanwhile leaves it `unsure`, which is not sent again.
 *
 * @returns `refused` where it was for good.
 */
export async function sendMessage(
  backend: DeskBackend,
  mailer: Mailer | undefined,
  entry: DueEntry,
): Promise<'refused' | undefined> {
  const { workspace, id: complaintId, message: sk = '' } = entry
  const message = await findMessage(backend, workspace, complaintId, sk)
  if (!message) return
  const now = backend.now()
  const triedAt = now.toISOString()
  const { state, tries } = message
  const move = (from: Pick<Message, 'state' | 'tries'>, to: Pick<Message, 'state' | 'tries'>, dueAt?: string) =>
    moveMessage(backend, workspace, { complaintId, sk, from }, { ...to, triedAt, ...(dueAt && { dueAt }) })
  if (state === 'sending') {
    // The index may still show it as waiting while another sweep hands it over.
    if (message.triedAt !== undefined && triedAt < later(new Date(message.triedAt), CUT_SHORT_MS)) return
    await move({ state, tries }, { state: 'unsure', tries })
    return
  }
  if (state !== 'waiting') return
  if (!mailer) {
    await move({ state, tries }, { state: 'off', tries })
    return
  }
  const claimed = { state: 'sending' as const, tries: tries + 1 }
  if (!(await move({ state, tries }, claimed, later(now, CUT_SHORT_MS)))) return
  try {
    await mailer(mailOf(backend, entry, message))
    await move(claimed, { state: 'sent', tries: claimed.tries })
    return
  } catch (error) {
    if (!(error instanceof MailRefused)) {
      await move(claimed, { state: 'unsure', tries: claimed.tries })
      throw error
    }
    const again = error.later && claimed.tries < TRIES
    const { tries } = claimed
    await move(
      claimed,
      { state: again ? 'waiting' : 'refused', tries },
      again ? later(now, 60_000 * 2 ** tries) : undefined,
    )
    return again ? undefined : 'refused'
  }
}

/** @throws MailRefused for an address that is none. */
function mailOf(backend: DeskBackend, { workspace, id, message: sk = '' }: DueEntry, message: Message): Mail {
  const { to, linked } = message
  if (!ONE_ADDRESS.test(to)) throw new MailRefused(false)
  const link = linked ? feedbackAddress(backend, workspace, id, Number(sk.split('#')[1])) : ''
  const text = linked ? message.text.replaceAll('{link}', link) : message.text
  return { id: digestOf([workspace.id, id, sk]), to, subject: message.subject.replace(/\s+/g, ' '), text }
}

function later(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString()
}
