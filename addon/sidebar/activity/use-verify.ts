import { useRef, useState } from 'preact/hooks'
import type { TrailCheck, TrailMark } from '../../privacy/audit-trail.ts'
import { server } from '../kit/server.ts'
import { type Page, usePages } from '../kit/use-pages.ts'

type Looked = Pick<TrailCheck, 'mark' | 'flaw'>

/** Looks at the whole audit trail, page by page. @param total How many entries there are, as far as that is known. */
export function useVerify(total = 0) {
  const [found, setFound] = useState<Looked>()
  const asked = useRef<{ cursor: string; known: TrailMark | null }>({ cursor: '', known: null })
  const pages = usePages<Page & Looked>(
    async (row) => {
      const { cursor, known } = asked.current
      const { mark, flaw, next = '' } = await server.verifyTrail(row === 0 ? '' : cursor, known)
      const at = { done: mark.seq, total: Math.max(total, mark.seq), next: next ? row + 1 : null }
      asked.current.cursor = next
      return { ...at, mark, ...(flaw && { flaw }) }
    },
    (page) => setFound(page.next === null ? page : undefined),
  )
  /** @param known A mark that the person kept. */
  const verify = (known: TrailMark | null) => {
    asked.current = { cursor: '', known }
    setFound(undefined)
    return pages.start()
  }
  return { ...pages, found, verify }
}
