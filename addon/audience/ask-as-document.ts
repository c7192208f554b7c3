import { InputError } from '../../core/input-error.ts'
import { cellContext } from '../formulas/cell-context.ts'
import { Refusal } from '../refusal.ts'
import { type Call, callApiAsDocument } from '../workspace/api.ts'
import { documentAccess } from './linked-audience.ts'

/** What the backend calls a key that it does not take, or not here. */
const REFUSED = ['documentKeyOver', 'documentKeyElsewhere', 'forbidden']

/**
 * Asks the backend with the spreadsheet's own key.
 *
 * @throws InputError `notConnected`, `backendAway`; Refusal with the backend's sentence, or that the link was ended.
 */
export function askAsDocument<T>(call: Call): T {
  const access = documentAccess()
  if (!access) throw new InputError('notConnected', undefined)
  try {
    return callApiAsDocument<T>(call, access.documentKey)
  } catch (error) {
    const isOver = error instanceof Refusal && REFUSED.includes(error.code)
    if (!isOver || access.audienceId === '') throw error
    throw new Refusal(cellContext().messages.audiences.linkEnded, error.code)
  }
}
