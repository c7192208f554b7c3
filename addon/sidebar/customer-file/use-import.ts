import { useRef, useState } from 'preact/hooks'
import type { FileChange } from '../../../core/customer-file/file-change.ts'
import type { ActionPage } from '../../customer-file/run-action.ts'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { runPages } from './run-pages.ts'

const PAGE = 5_000

/** Writes an import: first all of it ahead into the Change history, then page by page into the customers. */
export function useImport(name: string) {
  const action = useAction()
  const [at, setAt] = useState<{ done: number; total: number }>()
  const [result, setResult] = useState<ActionPage>()
  const [stopped, setStopped] = useState(false)
  const wanted = useRef(true)
  const id = useRef(crypto.randomUUID())

  const start = (changes: FileChange[]) =>
    action.run(async () => {
      wanted.current = true
      const total = 2 * changes.length
      for (let from = 0; from < changes.length; from += PAGE) {
        if (!wanted.current) return setStopped(true)
        await server.recordImport(id.current, name, from, changes.slice(from, from + PAGE))
        setAt({ done: Math.min(from + PAGE, changes.length), total })
      }
      const onPage = ({ done }: ActionPage) => setAt({ done: changes.length + done, total })
      const sum = await runPages(
        () => server.makeFileAction(id.current),
        onPage,
        () => wanted.current,
      )
      if (sum.next === null) setResult(sum)
      else setStopped(true)
    })
  const stop = () => {
    wanted.current = false
  }
  return { ...action, id: id.current, at, result, stopped, start, stop }
}
