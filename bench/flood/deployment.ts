import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { PartName } from './part.ts'

/** As the SDK wants them; the engine checks none. */
const AWS = { AWS_REGION: 'local', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' }

/** Where people's routes and public pages answer. */
export type Deployment = { api: string; pages: string; close: () => Promise<void> }

/**
 * The backend on a folder: as deployed, with a process each for the table, people's routes and public pages, or all of it
 * in one process.
 */
export async function deployment(dir: string, isApart: boolean): Promise<Deployment> {
  const running: ChildProcess[] = []
  const start = async (name: PartName, endpoint?: string) => {
    const env = { ...process.env, ...AWS, ...(endpoint && { AWS_ENDPOINT_URL_DYNAMODB: endpoint }) }
    const child = fork(new URL('./bench-flood-part.js', import.meta.url), [name, dir], { env })
    running.push(child)
    const [url] = await once(child, 'message')
    return url as string
  }
  const close = async () => {
    const ended = running.map((child) => once(child, 'exit'))
    for (const child of running) child.disconnect()
    await Promise.all(ended)
  }
  if (!isApart) {
    const url = await start('all')
    return { api: url, pages: url, close }
  }
  const endpoint = await start('store')
  const [api, pages] = [await start('api', endpoint), await start('pages', endpoint)]
  return { api, pages, close }
}
