import type { FileChange } from '../../core/customer-file/file-change.ts'
import { apartCustomers, keepApart } from '../customer-file/apart-customers.ts'
import { type CustomerFileSetup, customerFileSetup as setUp } from '../customer-file/customer-file-setup.ts'
import { type Merge, mergeCustomers as merge } from '../customer-file/merge-customers.ts'
import { customerPage, type RowsPage, sourcePage } from '../customer-file/read-pages.ts'
import { recordAction } from '../customer-file/record-action.ts'
import { type ActionPage, dropAction, makeAction, undoAction } from '../customer-file/run-action.ts'
import { inWords } from '../user-language.ts'

/** What the form about the customer file begins with. */
export function customerFileSetup(): CustomerFileSetup {
  return inWords(setUp)
}

/** A page of customers, some of their columns. */
export function customerFilePage(from: number, keys: string[]): RowsPage {
  return inWords(() => customerPage(from, keys))
}

/** A page of a tab that is to be imported. */
export function importSourcePage(sheet: string, from: number): RowsPage {
  return inWords(() => sourcePage(sheet, from))
}

/** Writes changes of an import ahead into the Change history. */
export function recordImport(id: string, what: string, from: number, changes: FileChange[]): number {
  return inWords(() => recordAction({ id, kind: 'import', what }, from, changes).recorded)
}

/** Makes the next changes that are written ahead. */
export function makeFileAction(id: string): ActionPage {
  return inWords(() => makeAction(id))
}

/** Takes an import or a merge back. */
export function undoFileAction(id: string): ActionPage {
  return inWords(() => undoAction(id))
}

/** Gives up an import of which nothing was made. */
export function dropFileAction(id: string): void {
  inWords(() => dropAction(id))
}

/** Makes one customer of two. */
export function mergeCustomers(given: Merge): ActionPage {
  return inWords(() => merge(given))
}

/** Remembers that two customers are two. */
export function keepCustomersApart(a: string, b: string): [string, string][] {
  return inWords(() => {
    keepApart(a, b)
    return apartCustomers()
  })
}
