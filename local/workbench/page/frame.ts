import type { RunResult } from '../wire.ts'
import { element } from './element.ts'
import type { FrameRequest } from './frame-messages.ts'

export type FrameEvents = {
  run(name: string, args: unknown[]): Promise<RunResult>
  close(): void
  escape?(): void
  focusGrid(): void
  resize?(size: { width?: number; height?: number }): void
}

/** What a form's frame may, as in Sheets: save a file, too. */
const RIGHTS = 'allow-scripts allow-forms allow-popups allow-downloads'

/** One of the add-on's forms in a frame that can reach nothing by itself; `google.script` reaches out of it. */
export function formFrame(title: string, html: string, events: FrameEvents): HTMLIFrameElement {
  const frame = element('iframe', { title, class: 'wb-frame', sandbox: RIGHTS })
  frame.srcdoc = withBridge(html)
  const hear = async (event: MessageEvent<FrameRequest>) => {
    if (!frame.isConnected) return removeEventListener('message', hear)
    if (event.source !== frame.contentWindow) return
    const asked = event.data
    if (asked.type === 'run') {
      const result = await events.run(String(asked.name), asked.args)
      frame.contentWindow?.postMessage({ id: asked.id, result }, '*')
    } else if (asked.type === 'close') events.close()
    else if (asked.type === 'escape') events.escape?.()
    else if (asked.type === 'focus') events.focusGrid()
    else if (asked.type === 'width') events.resize?.({ width: Number(asked.width) })
    else if (asked.type === 'height') events.resize?.({ height: Number(asked.height) })
  }
  addEventListener('message', hear)
  return frame
}

/** The bridge stands before every script of the form. */
function withBridge(html: string): string {
  const bridge = `<script src="${location.origin}/frame-bridge.js"></script>`
  const place = /<head[^>]*>|<html[^>]*>|<!doctype[^>]*>/gi
  const last = [...html.matchAll(place)].filter((match) => match.index < 2000).at(-1)
  const at = last ? last.index + last[0].length : 0
  return html.slice(0, at) + bridge + html.slice(at)
}
