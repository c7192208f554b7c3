import type { Item } from './engine/item.ts'
import type { Erasure } from './ledger.ts'
import { hashOf, linkOf } from './links-told.ts'
import type { World } from './world.ts'

/** Nothing of who was erased can be read, and their links are gone; complaints about them stay. */
export function checkErased({ ledger }: World, items: Item[]): void {
  const done = ledger.erasures.filter(({ done }) => done)
  for (const { customer, toldAt, done } of ledger.erasures) {
    if (!done && Number.isFinite(toldAt)) ledger.violation(`${customer} was never erased for good.`)
  }
  if (done.length === 0) return
  const text = items
    .filter((item) => !isOfComplaint(item))
    .map((item) => JSON.stringify(item))
    .join('\n')
  for (const { sources } of done) {
    for (const { name, sent, edits } of sources) {
      for (const { answers } of [...sent, ...edits]) {
        if (text.includes(`"${answers.mark}"`)) ledger.violation(`${name} was erased and can be read.`)
      }
    }
  }
  const holders = new Set(items.filter(({ sk }) => sk.startsWith('K#')).map(({ sk }) => sk))
  for (const erasure of done) checkLinks(erasure, holders)

  function checkLinks({ customer, links }: Erasure, holders: Set<string>): void {
    for (const link of links) {
      const isAskedAnew = linkOf(ledger, link.place, link.customerId, link.wave).asked > 0
      if (link.path && !isAskedAnew && holders.has(`K#${hashOf(link)}`)) {
        ledger.violation(`${customer} was erased and still has the link ${link.name}.`)
      }
    }
  }
}

function isOfComplaint({ pk, sk }: Item): boolean {
  return /^W#[\w-]+#(Q|QM|CH)#/.test(pk) || sk.startsWith('OP#follow-up#')
}
