import { useState } from 'preact/hooks'
import type { ActionPage } from '../../customer-file/run-action.ts'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { runPages } from './run-pages.ts'

/** Takes an import or a merge back, page by page; `result` is what that did. */
export function useUndo() {
  const { busy, problem, run } = useAction()
  const [page, setPage] = useState<{ done: number; total: number }>()
  const [result, setResult] = useState<ActionPage>()
  const undo = (id: string, onUndone: () => void) =>
    run(async () => {
      setResult(
        await runPages(
          () => server.undoFileAction(id),
          setPage,
          () => true,
        ),
      )
      onUndone()
    })
  return { busy, problem, page, result, undo }
}
