import { useState } from 'preact/hooks'
import type { ErasedPage } from '../../../privacy/erase-person.ts'
import { server } from '../../kit/server.ts'
import { usePages } from '../../kit/use-pages.ts'

/** Erases a person step by step, or goes on where that was cut short. */
export function useErase() {
  const [sum, setSum] = useState({ removed: 0, anonymous: 0, isDone: false })
  const pages = usePages<ErasedPage>(
    () => server.eraseNext(),
    ({ removed, anonymous, next }) =>
      setSum((all) => ({
        removed: all.removed + removed,
        anonymous: all.anonymous + anonymous,
        isDone: next === null,
      })),
  )
  return { ...pages, ...sum }
}
