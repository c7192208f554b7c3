import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Asked, Told } from './served.ts'

/** The API in a process of its own, whose memory is measured after a forced collection. */
export async function apiProcess(dir: string, plants: readonly string[] = []) {
  const program = new URL('./served.mjs', import.meta.url)
  const child = fork(program, { execArgv: ['--expose-gc'] })
  const waiting: { resolve: (told: never) => void; reject: (error: Error) => void }[] = []
  child.on('message', (told) => waiting.shift()?.resolve(told as never))
  child.on('exit', () => {
    for (const { reject } of waiting.splice(0)) reject(new Error('The API has ended by itself.'))
  })

  /** It answers in the order asked. */
  const ask = <K extends keyof Asked>(what: K, given: Asked[K]) =>
    new Promise<Told[K]>((resolve, reject) => {
      waiting.push({ resolve, reject })
      child.send({ what, given }, (error) => error && reject(error))
    })

  const { url } = await ask('start', { dir, plants })
  return {
    url,
    token: async () => (await ask('token', null)).token,
    memory: () => ask('memory', null),
    async close(): Promise<void> {
      const ended = once(child, 'exit')
      await ask('close', null)
      await ended
    },
  }
}

export type ApiProcess = Awaited<ReturnType<typeof apiProcess>>
