import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Mailer } from '../functions/complaint/mail.ts'

/** Puts each e-mail as a text file into a folder, where a person can read it; the same message is one file. */
export function outbox(dir: string): Mailer {
  return async ({ id, to, subject, text }) => {
    await mkdir(dir, { recursive: true })
    await writeFile(join(dir, `${id}.txt`), `To: ${to}\nSubject: ${subject}\n\n${text}\n`, { flag: 'wx' }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      },
    )
  }
}
