import type { LocalMessages } from '../messages/messages.ts'
import type { ColumnType, SheetTable } from '../sheet-table.ts'
import type { Cell } from '../workbench/workbook.ts'
import { comments } from './comments.ts'
import type { Customer, Period } from './customers.ts'
import type { Interaction } from './interactions.ts'
import type { Opportunity } from './opportunities.ts'
import type { Order } from './orders.ts'
import type { StaffMember } from './staff.ts'
import type { SurveyAnswer } from './survey-answers.ts'

type Words = LocalMessages['sample']
type TabWithHeader = keyof Words['headers']

export function customersSheet(customers: Customer[], contacts: Interaction[], words: Words): SheetTable {
  const lastContact = new Map(contacts.map((contact) => [contact.customer, contact]))
  const types = 'text text text text text text text text text text text text date date date'
  return sheet(words, 'customers', types, customers, (customer) => {
    const contact = lastContact.get(customer)
    return [
      customer.id,
      customer.name,
      customer.business ? words.business : words.person,
      customer.email,
      customer.phone,
      words.cities[customer.origin][customer.city]!,
      words.industries[customer.industry] ?? '',
      words.sources[customer.source]!,
      customer.owner.name,
      words.segments[customer.business ? 'business' : 'person'][sizeClass(customer.size)]!,
      words.needs[customer.need]!,
      customer.consent ? words.yes : words.no,
      date(customer.since),
      date(contact?.day ?? customer.since),
      date(contact?.next),
    ]
  })
}

export function ordersSheet(orders: Order[], period: Period, words: Words): SheetTable {
  const { paid, invoiced, overdue } = words.orderStatus
  return sheet(words, 'orders', 'text text date money money text date date text', orders, (order) => [
    order.id,
    order.customer.id,
    date(order.day),
    order.amountCents / 100,
    order.listCents / 100,
    order.paid !== undefined ? paid : order.due < period.last ? overdue : invoiced,
    date(order.due),
    date(order.paid),
    words.products[order.product]!,
  ])
}

export function interactionsSheet(contacts: Interaction[], words: Words): SheetTable {
  return sheet(words, 'interactions', 'text text date text text text text date', contacts, (contact) => [
    contact.id,
    contact.customer.id,
    date(contact.day),
    contact.customer.owner.name,
    words.channels[contact.channel]!,
    words.purposes[contact.purpose]!,
    words.outcomes[contact.outcome]!,
    date(contact.next),
  ])
}

export function staffSheet(staff: StaffMember[], words: Words): SheetTable {
  return sheet(words, 'staff', 'text text text number text number text', staff, (member) => [
    member.id,
    member.name,
    words.positions[member.position]!,
    member.level,
    member.skills.map((skill) => words.skills[skill]).join(', '),
    member.capacity,
    member.email,
  ])
}

export function opportunitiesSheet(deals: Opportunity[], words: Words): SheetTable {
  return sheet(words, 'opportunities', 'text text text text money text date date date', deals, (deal) => [
    deal.id,
    deal.customer.id,
    words.products[deal.product]!,
    words.stages[deal.stage]!,
    deal.amountCents / 100,
    deal.customer.owner.name,
    date(deal.created),
    date(deal.closing),
    date(deal.closed ? deal.closing : undefined),
  ])
}

export function surveyAnswersSheet(answers: SurveyAnswer[], words: Words): SheetTable {
  return sheet(words, 'surveyAnswers', 'text date text number number number number text', answers, (answer) => [
    answer.customer.id,
    date(answer.day),
    words.surveyChannels[answer.channel]!,
    answer.nps,
    answer.quality,
    answer.attitude,
    answer.speed,
    answer.comment ? comments[answer.customer.origin][answer.comment.mood][answer.comment.index]! : '',
  ])
}

function sheet<T>(words: Words, tab: TabWithHeader, types: string, things: T[], row: (thing: T) => Cell[]): SheetTable {
  return {
    name: words.tabs[tab],
    header: words.headers[tab],
    columns: types.split(' ') as ColumnType[],
    rows: things.map(row),
  }
}

function date(serial: number | undefined): Cell {
  return serial === undefined ? '' : { date: serial }
}

function sizeClass(size: number): number {
  return size < 0.75 ? 0 : size < 1.6 ? 1 : 2
}
