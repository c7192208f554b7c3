import type { HostMessage, PageMessage } from '../wire.ts'

export type Connection = {
  /** Sends where connected; says whether it did. */
  send(message: PageMessage): boolean
  /** Leaves for good: another page has the workbook. */
  close(): void
}

export type ConnectionEvents = {
  hear(message: HostMessage): void
  lost(): void
}

const retryMs = 1000

/** The WebSocket to the host that served the page, opened again and again where it breaks off. */
export function connect({ hear, lost }: ConnectionEvents): Connection {
  let socket: WebSocket
  let closed = false

  function open() {
    socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/${location.search}`)
    socket.onmessage = (event) => hear(JSON.parse(event.data))
    socket.onclose = () => {
      if (closed) return
      lost()
      setTimeout(open, retryMs)
    }
  }
  open()

  return {
    send(message) {
      if (socket.readyState !== WebSocket.OPEN) return false
      socket.send(JSON.stringify(message))
      return true
    },
    close() {
      closed = true
      socket.close()
    },
  }
}
