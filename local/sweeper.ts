import type { DeskBackend } from '../functions/complaint/desk-backend.ts'
import type { Mailer } from '../functions/complaint/mail.ts'
import { sweep } from '../functions/complaint/sweep.ts'
import { expireAnswers } from '../functions/survey/expire-answers.ts'

const MINUTE_MS = 60_000

/** Does what is due every minute, as the deployed sweep does, one at a time. What fails is due again in the next. */
export function startSweeper(backend: DeskBackend, mailer: Mailer | undefined) {
  let running: Promise<unknown> = Promise.resolve()
  let over = false
  const timer = setInterval(() => {
    running = running
      .then(() => sweep(backend, { ...(mailer && { mailer }), isOver: () => over }))
      .then(() => expireAnswers(backend, () => over))
      .catch((error: unknown) => console.error('A sweep failed:', error instanceof Error ? error.message : error))
  }, MINUTE_MS)
  timer.unref()
  return {
    async stop(): Promise<void> {
      over = true
      clearInterval(timer)
      await running
    },
  }
}
