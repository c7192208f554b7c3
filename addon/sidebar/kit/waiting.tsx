import { messages } from './language.ts'
import { Loading } from './layout.tsx'
import { Button, Notice } from './parts.tsx'

/** What stands where something is still to come: grey lines; where it could not come, why, and "Try again". */
export function Waiting({ problem, onAgain }: { problem: string; onAgain: () => void }) {
  if (!problem) return <Loading />
  return (
    <>
      <Notice kind="bad">{problem}</Notice>
      <div class="actions">
        <Button onClick={onAgain}>{messages.form.again}</Button>
      </div>
    </>
  )
}
