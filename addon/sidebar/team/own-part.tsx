import { useState } from 'preact/hooks'
import type { ConnectedWorkspace } from '../../workspace/connection.ts'
import { AskedButton } from '../kit/asked-button.tsx'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { Button, Notice, TextField } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOperationId } from '../kit/use-operation-id.ts'

const text = messages.team

type Props = { workspace: ConnectedWorkspace; isAdmin: boolean; onChanged: (said: string) => void }

/** What is done rarely: another name for the workspace, and leaving it. */
export function OwnPart({ workspace, isAdmin, onChanged }: Props) {
  const [name, setName] = useState(workspace.name)
  const operationId = useOperationId()
  const { busy, problem, run } = useAction()
  const rename = () =>
    run(async () => {
      await server.renameWorkspace(name, operationId([name, workspace.name]))
      onChanged(text.renamed(name.trim()))
    })
  const leave = () =>
    run(async () => {
      await server.leaveTeam(operationId('leave'))
      onChanged(text.left)
    })
  return (
    <Section title={text.more}>
      {isAdmin && (
        <>
          <TextField label={text.workspaceName} value={name} onChange={setName} />
          <div class="actions">
            <Button disabled={busy || name.trim() === '' || name.trim() === workspace.name} onClick={rename}>
              {text.rename}
            </Button>
          </div>
        </>
      )}
      <div class="actions">
        <AskedButton label={text.leave} question={text.leaveAsk} disabled={busy} onYes={leave} />
      </div>
      {problem && <Notice kind="bad">{problem}</Notice>}
    </Section>
  )
}
