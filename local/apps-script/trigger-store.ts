import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TimedTrigger } from './ops.ts'
import { writeWhole } from './write-whole.ts'

const MOST_TRIGGERS = 20

type StoredTrigger = TimedTrigger & { lastRun: number }

/** The script's timed triggers, in one file under `dir` or in memory where there is none. `now` gives milliseconds. */
export async function triggerStore(dir?: string, now: () => number = Date.now) {
  const file = dir === undefined ? undefined : join(dir, 'triggers.json')
  let triggers: StoredTrigger[] = await stored(file)

  async function keep(next: StoredTrigger[]): Promise<void> {
    triggers = next
    if (file !== undefined) await writeWhole(file, JSON.stringify(triggers))
  }

  async function add({ handler, everyMinutes, owner }: Omit<TimedTrigger, 'id'>): Promise<TimedTrigger> {
    if (triggers.filter((one) => one.owner === owner).length >= MOST_TRIGGERS)
      throw new Error('This script has too many triggers.')
    const trigger = { id: randomUUID(), handler, everyMinutes, ...(owner && { owner }), lastRun: now() }
    await keep([...triggers, trigger])
    return trigger
  }

  const remove = (id: string) => keep(triggers.filter((trigger) => trigger.id !== id))

  /** Those whose time has come; each counts as run now, so that it comes again only after its interval. */
  async function due(): Promise<TimedTrigger[]> {
    const ripe = triggers.filter(({ lastRun, everyMinutes }) => now() - lastRun >= everyMinutes * 60_000)
    if (ripe.length > 0) await keep(triggers.map((one) => (ripe.includes(one) ? { ...one, lastRun: now() } : one)))
    return ripe
  }

  return { all: (): TimedTrigger[] => triggers, add, remove, due }
}

export type TriggerStore = Awaited<ReturnType<typeof triggerStore>>

async function stored(file: string | undefined): Promise<StoredTrigger[]> {
  if (file === undefined) return []
  return readFile(file, 'utf8').then(JSON.parse, (error) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}
