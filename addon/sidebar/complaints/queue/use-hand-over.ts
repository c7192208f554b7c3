import { useRef, useState } from 'preact/hooks'
import type { HandedOver, HandOver } from '../../../complaint/hand-over.ts'
import { server } from '../../kit/server.ts'
import { type Page, usePages } from '../../kit/use-pages.ts'

type Given = { given: { owner: string; n: number }[]; kept: number }
const none: Given = { given: [], kept: 0 }

/**
 * Hands over page by page, with progress and a stop; what went over is added up. Begun anew after a stop or a failure, it
 * goes on with what is still theirs.
 *
 * @param total How many there are to be given.
 */
export function useHandOver(asked: HandOver, total: number) {
  const [sum, setSum] = useState(none)
  const at = useRef({ after: '', id: '', done: 0 })
  const pages = usePages<Page & HandedOver>(
    async (page) => {
      if (page === 0) {
        at.current = { after: '', id: crypto.randomUUID(), done: 0 }
        setSum(none)
      }
      const { after, id, done } = at.current
      const reply = await server.handOverComplaints(asked, after, `${id}-${page}`)
      const seen = done + reply.kept + reply.given.reduce((all, { n }) => all + n, 0)
      const { next, ...handed } = reply
      at.current = { id, after: next ?? '', done: seen }
      return { ...handed, done: seen, total, next: next === undefined ? null : page + 1 } as Page & HandedOver
    },
    (page) => setSum((before) => added(before, page)),
  )
  return { ...pages, sum }
}

function added(before: Given, { given, kept }: Given): Given {
  const counts = new Map(before.given.map(({ owner, n }) => [owner, n]))
  for (const { owner, n } of given) counts.set(owner, (counts.get(owner) ?? 0) + n)
  return { given: [...counts].map(([owner, n]) => ({ owner, n })), kept: before.kept + kept }
}
