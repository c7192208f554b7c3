import {
  type Classification,
  classification,
  type ValueBy,
  writeClassification as writeClasses,
} from '../customer-page/classify-customers.ts'
import { type ContactSetup, contactSetup as setUp } from '../customer-page/contact-setup.ts'
import {
  type CustomerPage,
  goToCustomer as goTo,
  customerPage as pageOf,
  selectedCustomerId as selectedId,
} from '../customer-page/customer-page.ts'
import { type CustomerPast, customerPast as pastOf } from '../customer-page/customer-past.ts'
import { type CustomerVoice, customerVoice as voiceOf } from '../customer-page/customer-voice.ts'
import { agreeToFacts as agree, factsInTheWay as inTheWay } from '../customer-page/fact-columns.ts'
import { type Contact, logContact as log } from '../customer-page/log-contact.ts'
import {
  type CustomerSearch,
  type FoundCustomers,
  searchCustomers as search,
} from '../customer-page/search-customers.ts'
import { type FactsPage, updateCustomerFacts as updateFacts } from '../customer-page/update-facts.ts'
import { inWords } from '../user-language.ts'

/** The id of the customer in the selected row; '' where there is none. */
export function selectedCustomerId(): string {
  return inWords(selectedId)
}

/** What the customer file says of a customer. */
export function customerPage(id: string): CustomerPage {
  return inWords(() => pageOf(id))
}

/** Selects a customer's row and gives the page. */
export function goToCustomer(id: string): CustomerPage {
  return inWords(() => goTo(id))
}

/** A customer's orders, contacts and changes of tier. */
export function customerPast(id: string, name: string): CustomerPast {
  return inWords(() => pastOf(id, name))
}

/** A customer's survey answers and complaints; null where there is no workspace. */
export function customerVoice(id: string): CustomerVoice | null {
  return inWords(() => voiceOf(id))
}

/** What "Log contact" begins with. */
export function contactSetup(tier: string): ContactSetup {
  return inWords(() => setUp(tier))
}

/** Logs a contact. */
export function logContact(contact: Contact, operationId: string): string {
  return inWords(() => log(contact, operationId))
}

/** The customers that a search means. */
export function searchCustomers(wanted: CustomerSearch): FoundCustomers {
  return inWords(() => search(wanted))
}

/** How customers fall into three classifications; writes nothing. */
export function customerClasses(valueBy: ValueBy): Classification {
  return inWords(() => classification(valueBy))
}

/** Writes the three classifications. */
export function writeCustomerClasses(valueBy: ValueBy): { sheet: string; customers: number } {
  return inWords(() => writeClasses(valueBy))
}

/** What the first update of facts would overwrite: how many cells of which columns. Nothing once somebody agreed. */
export function factsInTheWay(): { header: string; cells: number }[] {
  return inWords(() => inTheWay())
}

/** Keeps that the person agreed to it. */
export function agreeToFacts(): void {
  inWords(agree)
}

/** Writes the facts of one page of customers. */
export function updateCustomerFacts(from: number): FactsPage {
  return inWords(() => updateFacts(from))
}
