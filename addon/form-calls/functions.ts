import { besideCustomers as addBeside, type BesideCustomers } from '../functions-form/beside-customers.ts'
import { type FunctionsSetup, functionsSetup as setUpFunctions } from '../functions-form/functions-setup.ts'
import type { GivenCall } from '../functions-form/given-call.ts'
import { type FormulaPlace, insertFunction as insert } from '../functions-form/insert-function.ts'
import { type TriedFunction, tryFunction as tryOut } from '../functions-form/try-function.ts'
import { inWords } from '../user-language.ts'

/** What the form about functions begins with. */
export function functionsSetup(): FunctionsSetup {
  return inWords(setUpFunctions)
}

/** What a custom function would give back; writes nothing. */
export function tryFunction(call: GivenCall): TriedFunction {
  return inWords(() => tryOut(call))
}

/** Puts a formula where its result has room. */
export function insertFunction(call: GivenCall, place: FormulaPlace): string {
  return inWords(() => insert(call, place))
}

/** Adds a column to the customer tab that looks customers up in a function's result. */
export function besideCustomers(call: GivenCall, tab: string, place: number): BesideCustomers {
  return inWords(() => addBeside(call, tab, place))
}
