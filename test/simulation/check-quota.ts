import type { Item } from './engine/item.ts'
import type { Ledger } from './ledger.ts'
import type { Place } from './prepared.ts'
import type { StoredAnswer } from './recount.ts'

/** Each answer through a link took one place of a quota, nothing else did, and no more were taken than there are. */
export function checkQuota(ledger: Ledger, place: Place, answers: StoredAnswer[], items: Item[]): void {
  if (place.quota === undefined) return
  const kept = items.find(({ pk, sk }) => pk === `W#${place.workspaceId}#M#${place.surveyId}` && sk === 'QUOTA')
  const taken = kept?.taken as number
  const came = answers.filter(({ channel }) => channel === 'web' || channel === 'link').length
  if (taken !== came || taken > place.quota) {
    ledger.violation(`${place.name}: ${taken} of ${place.quota} places are taken by ${came} answers.`)
  }
}
