import type { Plain } from '../engine/engine.ts'
import type { Item } from '../engine/item.ts'
import type { Machine } from '../machine.ts'
import type { DeskLedger } from './desk-ledger.ts'
import type { DeskSystem } from './desk-system.ts'
import { messagesIn } from './mail-server.ts'
import { isEvent } from './stored-complaint.ts'

type Part = { Item?: Item; Key?: Item }

/** Looks at every write as it is done: an event is written once, and an e-mail handed over by whoever claimed it. */
export function checkWritten(
  ledger: DeskLedger,
  { engine }: DeskSystem,
  machine: Machine,
  operation: string,
  request: Plain,
): void {
  if (operation === 'SendMail') {
    const alike = (engine.items() as Item[]).filter(
      ({ to, subject }) => to === request.to && subject === request.subject,
    )
    const message = messagesIn(alike).get(String(request.id))
    if (message?.state !== 'sending') ledger.violation(`${request.id} was handed over while ${message?.state}.`)
  }
  if (operation !== 'TransactWriteItems') return
  for (const each of request.TransactItems as Record<string, Part>[]) {
    const [kind, { Item, Key }] = Object.entries(each)[0] as [string, Part]
    const { pk, sk } = (Item ?? Key)!
    if (!isEvent({ pk })) continue
    const place = `${pk} ${sk}`
    const text = JSON.stringify(Item)
    const before = ledger.written.get(place)
    if (kind !== 'Put' || (before && before.text !== text)) ledger.violation(`${place} was changed.`)
    if (!before) ledger.written.set(place, { text, at: machine.now() })
  }
}
