import { useState } from 'preact/hooks'
import { messages } from '../kit/language.ts'
import { Button, Notice, TextField } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOperationId } from '../kit/use-operation-id.ts'

const text = messages.audiences

/** Asks for the code that links this spreadsheet to an audience. */
export function EnterCode({ onLinked }: { onLinked: () => void }) {
  const [code, setCode] = useState('')
  const operationId = useOperationId()
  const { busy, problem, run } = useAction()
  const link = () =>
    run(async () => {
      await server.linkToAudience(code, operationId(code))
      onLinked()
    })
  return (
    <>
      <h1>{text.linkTitle}</h1>
      <p>{text.linkWhy}</p>
      <TextField label={text.codeField} value={code} onChange={setCode} invalid={problem !== ''} />
      {problem && <Notice kind="bad">{problem}</Notice>}
      <div class="actions">
        <Button primary disabled={busy || code.trim() === ''} onClick={link}>
          {text.link}
        </Button>
      </div>
    </>
  )
}
