import { newIds } from '../../core/tabs/new-ids.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { findHeader } from '../sheet/tabs/bound-tab.ts'

const FIRST_ID = 'I-10001'
const PROPERTY = 'CONTACTS_LOGGED'
const OPERATIONS_KEPT = 40

/** The id of an operation's row: the one kept at its first try, or the next of the column; and whether it is there. */
export function contactId(operationId: string): { id: string; isLogged: boolean } {
  const properties = PropertiesService.getDocumentProperties()
  const kept = JSON.parse(properties.getProperty(PROPERTY) ?? '[]') as [operation: string, id: string][]
  const tab = findHeader('interactions')
  const rows = tab ? tab.sheet.getLastRow() - 1 : 0
  const ids =
    tab?.at.interactionId === undefined || rows < 1
      ? []
      : tab.sheet
          .getRange(2, tab.at.interactionId + 1, rows, 1)
          .getValues()
          .map(([id]) => customerIdIn(id))
  const before = kept.find(([operation]) => operation === operationId)?.[1]
  if (before !== undefined) return { id: before, isLogged: ids.includes(before) }
  const id = newIds([...kept.map(([, taken]) => taken), ...ids], FIRST_ID)()
  properties.setProperty(PROPERTY, JSON.stringify([...kept, [operationId, id]].slice(-OPERATIONS_KEPT)))
  return { id, isLogged: false }
}
