import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { ConnectedWorkspace } from '../../workspace/connection.ts'
import { Connect } from './connect.tsx'
import { OwnRole } from './own-role.tsx'
import { server } from './server.ts'
import { useAction } from './use-action.ts'
import { useOnce } from './use-once.ts'
import { Waiting } from './waiting.tsx'

/** A form that needs a workspace: it shows once this spreadsheet has one. */
export function WithWorkspace(props: {
  title: string
  /** Whether there is much in it that only editors may do. */
  forEditors?: boolean
  children: (connection: ConnectedWorkspace) => ComponentChildren
}) {
  const [connection, setConnection] = useState<ConnectedWorkspace | null>()
  const { problem, run } = useAction()
  const load = () => run(async () => setConnection(await server.currentConnection()))
  useOnce(load)
  return (
    <>
      <h1>{props.title}</h1>
      {connection === undefined && <Waiting problem={problem} onAgain={load} />}
      {connection === null && <Connect onConnected={setConnection} />}
      {connection && props.forEditors && <OwnRole workspace={connection.name} />}
      {connection && props.children(connection)}
    </>
  )
}
