import type { Table } from '../../../functions/store/table.ts'

type Input = Record<string, unknown>
type Command = { input: Input }

/**
 * A table that keeps what it is asked; `most` is how many requests were under way at once.
 *
 * @param instead Comes before every request, and answers it where it gives anything or throws.
 */
export function watched(
  table: Table,
  instead: (input: Input) => unknown = () => undefined,
): Table & { asked: Input[]; most: number } {
  let now = 0
  const watch = { table: table.table, db: { send } as never, asked: [] as Input[], most: 0 }
  async function send(command: Command): Promise<unknown> {
    watch.asked.push(command.input)
    watch.most = Math.max(watch.most, ++now)
    try {
      return (await instead(command.input)) ?? (await table.db.send(command as never))
    } finally {
      now--
    }
  }
  return watch
}

/** A table that answers each request with the next of these; errors are thrown. */
export function answering(...answers: unknown[]): { asked: Input[]; table: Table } {
  const asked: Input[] = []
  const send = async ({ input }: Command) => {
    asked.push(input)
    const answer = answers.shift()
    if (answer instanceof Error) throw answer
    return answer
  }
  return { asked, table: { db: { send } as never, table: 'name' } }
}

/** A transaction that was not done, with the reason of each part. */
export function cancelled(...codes: string[]): Error {
  return Object.assign(new Error('cancelled'), {
    name: 'TransactionCanceledException',
    CancellationReasons: codes.map((Code) => ({ Code })),
  })
}
