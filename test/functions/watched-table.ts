import type { Table } from '../../functions/store/table.ts'

type Input = Record<string, unknown>

/**
 * A table that keeps what it is asked.
 *
 * @param instead Comes before every request, and answers it where it gives anything or throws.
 */
export function watched(
  table: Table,
  instead: (input: Input) => unknown = () => undefined,
): Table & { asked: Input[] } {
  const asked: Input[] = []
  const send = async (command: { input: Input }) => {
    asked.push(command.input)
    return (await instead(command.input)) ?? table.db.send(command as never)
  }
  return { asked, db: { send } as never, table: table.table }
}

/** A transaction that was not done, with the reason of each part. */
export function cancelled(...codes: string[]): Error {
  return Object.assign(new Error('cancelled'), {
    name: 'TransactionCanceledException',
    CancellationReasons: codes.map((Code) => ({ Code })),
  })
}
