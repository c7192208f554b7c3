export type EventKind = 'order' | 'contact' | 'answer' | 'complaint'

/** Something that happened with a customer on a day. */
export type DatedEvent = {
  kind: EventKind
  day: number
  /** An order's or complaint's number, a contact's channel; '' where there is none. */
  name: string
  /** An order's amount. */
  amount?: number
  /** A survey's answers. */
  nps?: number
  satisfaction?: number
}
