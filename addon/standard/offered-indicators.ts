import type { Messages } from '../../core/messages/messages.ts'
import { contactDirections } from '../../core/standard/contact-figures.ts'
import { orderDirections } from '../../core/standard/order-figures.ts'
import { sameFigure } from '../../core/standard/same-figure.ts'
import type { BoundTab, TabHeader } from '../sheet/tabs/bound-tab.ts'
import { columnKind } from './column-values.ts'

/** Where an indicator comes from: a ready figure, a fact of surveys and complaints, or another column. */
export type IndicatorGroup = 'orders' | 'contacts' | 'facts' | 'columns' | 'dates'

/** An indicator that a standard can use. */
export type OfferedIndicator = {
  key: string
  label: string
  direction: 1 | -1
  group: IndicatorGroup
  /** The ready figure that a column likely repeats. */
  sameAs?: string
}

/** The other tabs that are there, by their headers. */
export type OtherTabs = Partial<Record<'orders' | 'interactions' | 'opportunities', TabHeader>>

/** Facts that come back from surveys and complaints, each with the direction that is better. */
const factDirections: Record<string, 1 | -1> = { latestNps: 1, satisfaction: 1, complaints: -1 }
const NEVER = ['customerId', 'score', 'tier', 'phone']

/** What the tabs offer: ready figures first, then facts and every other column that holds numbers or dates alone. */
export function offeredIndicators(
  customers: BoundTab,
  others: OtherTabs,
  words: Messages['scores'],
): OfferedIndicator[] {
  return [...readyFigures(others, words), ...columnsOffered(customers, others, words)]
}

function readyFigures({ orders, interactions, opportunities }: OtherTabs, words: Messages['scores']) {
  const figures: OfferedIndicator[] = []
  const offer = (key: string, label: string, direction: 1 | -1, group: IndicatorGroup) =>
    figures.push({ key, label, direction, group })
  if (orders) {
    const { product, paidDate } = orders.at
    for (const figure of keysOf(orderDirections)) {
      if (figure === 'products' && product === undefined) continue
      if (figure === 'collectDays' && paidDate === undefined) continue
      offer(`orders:${figure}`, words.orders[figure], orderDirections[figure], 'orders')
    }
  }
  if (opportunities?.at.amount !== undefined) offer('opportunities:open', words.opportunities.open, 1, 'orders')
  if (interactions) {
    for (const figure of keysOf(contactDirections)) {
      if (figure === 'service' && interactions.at.purpose === undefined) continue
      offer(`contacts:${figure}`, words.contacts[figure], contactDirections[figure], 'contacts')
    }
  }
  return figures
}

function columnsOffered(tab: BoundTab, { orders }: OtherTabs, words: Messages['scores']): OfferedIndicator[] {
  const fieldAt = new Map(Object.entries(tab.at).map(([field, position]) => [position, field]))
  const columns = tab.header.flatMap((header, position): OfferedIndicator[] => {
    const field = fieldAt.get(position)
    const isKept = field !== undefined && (NEVER.includes(field) || /^(score|tier):/.test(field))
    if (!header || isKept || (field === undefined && tab.header.indexOf(header) !== position)) return []
    const direction = factDirections[field ?? '']
    const kind = columnKind(tab, position) ?? (direction ? 'number' : undefined)
    if (kind === undefined) return []
    const same = orders && sameFigure(header)
    return [
      {
        key: field === undefined ? `column:${header}` : `field:${field}`,
        label: header,
        direction: direction ?? (same === 'recency' && kind === 'number' ? -1 : 1),
        group: direction ? 'facts' : kind === 'date' ? 'dates' : 'columns',
        ...(same ? { sameAs: words.orders[same] } : {}),
      },
    ]
  })
  const order: IndicatorGroup[] = ['facts', 'columns', 'dates']
  return columns.sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
}

function keysOf<K extends string>(record: Record<K, unknown>): K[] {
  return Object.keys(record) as K[]
}
