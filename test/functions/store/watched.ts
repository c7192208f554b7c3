import type { Table } from '../../../functions/store/table.ts'

type Command = { constructor: { name: string }; input: object }

/** A table and what is asked of it; `most` is how many of it were under way at once. */
export function watched(table: Table) {
  const asked: Record<string, unknown>[] = []
  let now = 0
  const watch = {
    ...{ asked, most: 0 },
    table: { ...table, db: { send } } as unknown as Table,
  }
  async function send(command: Command): Promise<unknown> {
    asked.push(command.input as never)
    watch.most = Math.max(watch.most, ++now)
    await new Promise((resolve) => setImmediate(resolve))
    return table.db.send(command as never).finally(() => now--)
  }
  return watch
}

/** A table that answers each request with the next of these; errors are thrown. */
export function answering(...answers: unknown[]) {
  const asked: Record<string, unknown>[] = []
  const send = async ({ input }: Command) => {
    asked.push(input as never)
    const answer = answers.shift()
    if (answer instanceof Error) throw answer
    return answer
  }
  return { asked, table: { db: { send }, table: 'name' } as unknown as Table }
}
