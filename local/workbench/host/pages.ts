import type { WebSocket } from 'ws'
import type { Init, PageMessage } from '../wire.ts'
import { type ConnectedPage, connectedPage } from './page.ts'

export type PagesOptions = {
  /** Gives the workbook out of the host's own hands and says how to begin. */
  admit(): Promise<Init>
  /** The page has been told to begin. */
  admitted(page: ConnectedPage): Promise<void>
  /** Takes what a page says unasked. */
  hear(page: ConnectedPage, message: PageMessage): Promise<void>
  failed(error: unknown): void
}

const GOODBYE_MS = 5000

/**
 * The pages that have the workbench open, of which one at a time owns the workbook: the last that came.
 *
 * The one before saves and leaves first, so that nothing that was typed there is lost.
 */
export function pages({ admit, admitted, hear, failed }: PagesOptions) {
  let owner: ConnectedPage | undefined
  let turn: Promise<void> = Promise.resolve()

  function connect(socket: WebSocket): void {
    const page = connectedPage(socket)
    let open = true
    void page.closed.then(() => {
      open = false
      if (owner === page) owner = undefined
    })
    socket.on('message', (data) => {
      heard(page, String(data)).catch(failed)
    })
    turn = turn.then(take).catch(failed)

    async function take(): Promise<void> {
      await leave()
      const init = await admit()
      if (!open) return
      owner = page
      page.send(init)
      admitted(page).catch(failed)
    }
  }

  async function heard(page: ConnectedPage, text: string): Promise<void> {
    const message = page.hear(JSON.parse(text))
    if (message !== undefined && owner === page) await hear(page, message)
  }

  /** Has the owner save and go; after a few seconds it is cut off. */
  async function leave(): Promise<void> {
    const leaving = owner
    if (leaving === undefined) return
    leaving.send({ type: 'takenOver' })
    const cutOff = setTimeout(leaving.terminate, GOODBYE_MS)
    await leaving.closed
    clearTimeout(cutOff)
  }

  /** Waits while the workbook passes from hand to hand; whoever goes on at once finds it in one. */
  async function settled(): Promise<void> {
    let seen: Promise<void>
    do {
      seen = turn
      await seen
    } while (seen !== turn)
  }

  return { connect, owner: () => owner, settled }
}
