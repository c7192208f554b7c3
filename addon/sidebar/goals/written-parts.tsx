import { useState } from 'preact/hooks'
import type { CascadeDone } from '../../goals/cascade-goal.ts'
import type { UndoneCascade } from '../../goals/undo-cascade.ts'
import { messages } from '../kit/language.ts'
import { Button, Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'

const text = messages.goalsForm

/** What was handed on last, and the press that takes it back. */
export function WrittenParts({ done, onUndone }: { done: CascadeDone; onUndone: () => Promise<void> }) {
  const [undone, setUndone] = useState<UndoneCascade>()
  const { busy, problem, run } = useAction()
  const undo = () =>
    run(async () => {
      setUndone(await server.undoGoalCascade(done.action))
      await onUndone()
    })
  return (
    <div class="stack">
      <Notice kind="good">{undone ? text.undone(undone) : text.written(done.written)}</Notice>
      {problem && <Notice kind="bad">{problem}</Notice>}
      {!undone && (
        <div class="actions">
          <Button disabled={busy} onClick={undo}>
            {text.undo}
          </Button>
        </div>
      )}
    </div>
  )
}
