import type { DatedEvent } from '../../core/tiering/dated-event.ts'
import { cellDays } from '../sheet/reading/cell-days.ts'
import { readLinked } from '../sheet/reading/read-linked.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'

/**
 * Orders, contacts and the latest survey answer of some customers, from the tabs; each tab is read once.
 *
 * @param ids The customers that are asked for.
 */
export function customerEvents(ids: ReadonlySet<string>): Map<string, DatedEvent[]> {
  const found = new Map<string, DatedEvent[]>()
  const add = (customerId: string, event: DatedEvent) => {
    const events = found.get(customerId)
    if (events) events.push(event)
    else found.set(customerId, [event])
  }
  eachRow('orders', ['orderDate', 'orderId', 'amount'], ids, (customerId, day, { text, number }) => {
    const amount = number('amount')
    add(customerId, { kind: 'order', day, name: text('orderId'), ...(amount === undefined ? {} : { amount }) })
  })
  eachRow('interactions', ['contactDate', 'channel'], ids, (customerId, day, { text }) => {
    add(customerId, { kind: 'contact', day, name: text('channel') })
  })
  eachRow('customers', ['lastAnswer', 'latestNps', 'satisfaction'], ids, (customerId, day, { number }) => {
    const [nps, satisfaction] = [number('latestNps'), number('satisfaction')]
    add(customerId, {
      ...{ kind: 'answer', day, name: '' },
      ...(nps === undefined ? {} : { nps }),
      ...(satisfaction === undefined ? {} : { satisfaction }),
    })
  })
  return found
}

type Cells = { text: (field: string) => string; number: (field: string) => number | undefined }

/** The rows of the customers asked for that have a day in the first of the fields. */
function eachRow(
  kind: 'orders' | 'interactions' | 'customers',
  fields: readonly [day: string, ...others: string[]],
  ids: ReadonlySet<string>,
  use: (customerId: string, day: number, cells: Cells) => void,
): void {
  const read = readLinked(kind, fields)
  if (!read) return
  const { cell, text, number } = rowReader(read)
  const days = cellDays()
  for (const line of read.rows) {
    const customerId = text(line, 'customerId')
    if (!ids.has(customerId)) continue
    const day = days.day(cell(line, fields[0]))
    if (day === undefined) continue
    use(customerId, day, { text: (field) => text(line, field), number: (field) => number(line, field) })
  }
}
