import { useState } from 'preact/hooks'
import type { ConnectedWorkspace } from '../../workspace/connection.ts'
import { messages } from './language.ts'
import { Button, Notice, TextField } from './parts.tsx'
import { server } from './server.ts'
import { useAction } from './use-action.ts'
import { useOnce } from './use-once.ts'

const text = messages.workspaceForm

/** Asks for a workspace, the first time that something needs one; a copy is asked whether it belongs to the original's. */
export function Connect({ onConnected }: { onConnected: (connection: ConnectedWorkspace) => void }) {
  const [name, setName] = useState('')
  const [original, setOriginal] = useState<ConnectedWorkspace | null>(null)
  const [operationId] = useState(() => crypto.randomUUID())
  const { busy, problem, run } = useAction()
  useOnce(() => void run(async () => setOriginal(await server.copiedWorkspace())))
  const connect = (connected: Promise<ConnectedWorkspace>) => run(async () => onConnected(await connected))
  return (
    <>
      <p>{text.why}</p>
      {original && (
        <>
          <Notice kind="warn">{text.isCopy(original.name)}</Notice>
          <div class="actions">
            <Button disabled={busy} onClick={() => connect(server.joinCopiedWorkspace(operationId))}>
              {text.joinOriginal(original.name)}
            </Button>
          </div>
        </>
      )}
      <TextField
        label={messages.fields.teamName}
        value={name}
        invalid={problem !== '' && name.trim() === ''}
        onChange={setName}
      />
      {problem && <Notice kind="bad">{problem}</Notice>}
      <div class="actions">
        <Button primary disabled={busy} onClick={() => connect(server.connectWorkspace(name, operationId))}>
          {text.signIn}
        </Button>
      </div>
    </>
  )
}
