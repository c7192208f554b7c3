import { parse } from 'valibot'
import type { Complaint } from '../../../core/complaint/complaint.ts'
import type { Acted, ComplaintEvent } from '../../../core/complaint/complaint-event.ts'
import { complaintWordsSchema, type KeptEvent, withWords } from '../../../functions/store/complaint-words.ts'
import type { Item } from '../engine/item.ts'
import { groupsBy } from '../recount.ts'

/** A complaint as it lies in the table, with its events in order. */
export type StoredComplaint = {
  pk: string
  id: string
  head: Complaint & Item
  history: ComplaintEvent[]
  messages: Item[]
}

/** All complaints of the table. @throws Error for events without a head. */
export function storedComplaints(items: Item[]): StoredComplaint[] {
  const of = groupsBy(items, ({ pk }) => (/#QE?#/.test(pk) ? pk.replace('#QE#', '#Q#') : undefined))
  return [...of].map(([pk, parts]) => {
    const inOrder = parts.sort((a, b) => (a.sk < b.sk ? -1 : 1))
    const head = inOrder.find(({ sk }) => sk === 'HEAD')
    if (!head) throw new Error(`${pk} has no head.`)
    const words = new Map(inOrder.filter(({ sk }) => sk.startsWith('T#')).map((item) => [item.sk.slice(2), item]))
    const history = inOrder.filter(isEvent).map((item) => {
      const said = words.get(item.sk.slice(2))
      return withWords(withoutKeys<KeptEvent>(item), said && parse(complaintWordsSchema, said))!
    })
    const messages = inOrder.filter(({ sk }) => sk.startsWith('M#'))
    return { pk, id: pk.split('#')[3]!, head: head as StoredComplaint['head'], history, messages }
  })
}

/** Whether an item lies where a complaint's events do. */
export function isEvent({ pk }: Pick<Item, 'pk'>): boolean {
  return pk.includes('#QE#')
}

/** What an item says, without where it lies. */
export function withoutKeys<T>(item: Item): T {
  const { pk, sk, gsi1pk, gsi1sk, gsi2pk, gsi2sk, ...rest } = item
  return rest as T
}

/** The events after the first. */
export function actsOf({ history }: StoredComplaint): Acted[] {
  return history.filter((event): event is Acted => event.action !== 'receive')
}
