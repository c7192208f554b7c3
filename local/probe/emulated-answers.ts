import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localIdentity } from '../identity.ts'
import { startWorkbench } from '../workbench/server.ts'

/** What the probe of `dist/probe/` finds in a workbench without a page, point by point. */
export async function emulatedAnswers(): Promise<Record<string, unknown>> {
  const dir = await mkdtemp(join(tmpdir(), 'tiersheet-probe-'))
  const { token } = await localIdentity(undefined, () => new Date())
  const workbench = await startWorkbench({
    dir,
    addonDir: join('dist', 'probe'),
    pageDir: join('dist', 'workbench'),
    port: 0,
    apiUrl: 'http://127.0.0.1:9/',
    identityToken: () => token({ sub: 'probe', email: 'probe@example.com', name: 'Probe' }),
    locale: 'en',
    initial: () => ({
      name: 'Probe',
      locale: 'en_US',
      timeZone: 'Etc/UTC',
      sheets: [{ name: 'Sheet1', header: [], columns: [], rows: [] }],
    }),
  })
  try {
    return JSON.parse((await workbench.script.run('probe')) as string)
  } finally {
    await workbench.close()
    await rm(dir, { recursive: true, force: true })
  }
}
