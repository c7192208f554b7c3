import { useState } from 'preact/hooks'
import type { ConnectedWorkspace } from '../../workspace/connection.ts'
import { messages } from './language.ts'
import { Button, Notice, TextField } from './parts.tsx'
import { server } from './server.ts'
import { useAction } from './use-action.ts'

const text = messages.workspaceForm

/** Asks for a workspace, the first time that something needs one. */
export function Connect({ onConnected }: { onConnected: (connection: ConnectedWorkspace) => void }) {
  const [name, setName] = useState('')
  const [operationId] = useState(() => crypto.randomUUID())
  const { busy, problem, run } = useAction()
  return (
    <>
      <p>{text.why}</p>
      <TextField label={messages.fields.teamName} value={name} onChange={setName} />
      {problem && <Notice kind="bad">{problem}</Notice>}
      <div class="actions">
        <Button
          primary
          disabled={busy}
          onClick={() => run(async () => onConnected(await server.connectWorkspace(name, operationId)))}
        >
          {text.signIn}
        </Button>
      </div>
    </>
  )
}
