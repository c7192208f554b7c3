import { readFile } from 'node:fs/promises'

type ThreadCode = { worker: string; services: string }

let bundled: Promise<ThreadCode> | undefined

/**
 * The texts that a script thread is started with: read from beside the built program, or bundled now where the
 * sources themselves run, as in tests.
 */
export function threadCode(): Promise<ThreadCode> {
  bundled ??= import.meta.url.endsWith('.ts') ? bundleNow() : readBuilt()
  return bundled
}

async function readBuilt(): Promise<ThreadCode> {
  const text = (name: string) => readFile(new URL(name, import.meta.url), 'utf8')
  const [worker, services] = await Promise.all([text('script-worker.cjs'), text('script-services.cjs')])
  return { worker, services }
}

async function bundleNow(): Promise<ThreadCode> {
  const build = (await import(new URL('build.mjs', import.meta.url).href)) as {
    bundleScriptThread(): Promise<ThreadCode>
  }
  return build.bundleScriptThread()
}
