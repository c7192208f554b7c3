import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { ConnectedWorkspace } from '../../workspace/connection.ts'
import { Connect } from './connect.tsx'
import { Loading } from './layout.tsx'
import { Notice } from './parts.tsx'
import { server } from './server.ts'
import { useAction } from './use-action.ts'
import { useOnce } from './use-once.ts'

/** A form that needs a workspace: it shows once this spreadsheet has one. */
export function WithWorkspace(props: {
  title: string
  children: (connection: ConnectedWorkspace) => ComponentChildren
}) {
  const [connection, setConnection] = useState<ConnectedWorkspace | null>()
  const { problem, run } = useAction()
  useOnce(() => void run(async () => setConnection(await server.currentConnection())))
  return (
    <>
      <h1>{props.title}</h1>
      {problem && <Notice kind="bad">{problem}</Notice>}
      {connection === undefined && !problem && <Loading />}
      {connection === null && <Connect onConnected={setConnection} />}
      {connection && props.children(connection)}
    </>
  )
}
