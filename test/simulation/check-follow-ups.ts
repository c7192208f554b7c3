import type { Item } from './engine/item.ts'
import { type Ledger, type Source, sourceNamed, wasErased } from './ledger.ts'
import type { Place } from './prepared.ts'
import { dueOf } from './questions.ts'
import type { StoredAnswer } from './recount.ts'
import { groupsBy } from './recount.ts'
import type { World } from './world.ts'

type FollowUp = Item & { answerId: string; day: string; state: string; complaintId?: string; customerId?: string }

/** A low answer is followed up, one that is not low or gone is not, and a complaint that it wants is opened once. */
export function checkFollowUps({ ledger }: World, place: Place, items: Item[]): void {
  const at = `W#${place.workspaceId}`
  const followUps = items.filter(({ pk, surveyId }) => pk === `${at}#F` && surveyId === place.surveyId) as FollowUp[]
  const heads = items.filter(({ pk, sk }) => pk.startsWith(`${at}#Q#`) && sk === 'HEAD')
  const numbers = items.find(({ pk, sk }) => pk === at && sk.startsWith('SEQ#'))?.last ?? 0
  if (numbers !== heads.length) ledger.violation(`${heads.length} complaints have numbers up to ${numbers}.`)
  const words = items.filter(({ pk, sk }) => pk.startsWith(`${at}#Q#`) && sk === 'T#000001')
  const complaints = groupsBy(words, ({ description }) => String(description).match(/[\w-]+\/[\w/-]+(?=#\d)/)?.[0])
  for (const [name, of] of complaints) if (of.length > 1) ledger.violation(`${name} opened ${of.length} complaints.`)
  const answers = items.filter(({ pk, sk }) => pk.startsWith(`${at}#S#${place.surveyId}#`) && sk.startsWith('R#'))
  const byAnswer = new Map(followUps.map((each) => [`${each.day}.${each.answerId}`, each]))
  for (const { day, id, deleted, answers: given } of answers as StoredAnswer[]) {
    const followUp = byAnswer.get(`${day}.${id}`)
    byAnswer.delete(`${day}.${id}`)
    const source = deleted ? undefined : sourceNamed(ledger, given.mark)
    if (source) checkOne(ledger, source, followUp, complaints.get(source.name)?.[0])
    else if (deleted && followUp) ledger.violation(`${followUp.sk} follows up what is gone.`)
  }
  for (const [answerId] of byAnswer) ledger.violation(`${answerId} is followed up and not there.`)
}

function checkOne(ledger: Ledger, source: Source, followUp: FollowUp | undefined, complaint: Item | undefined): void {
  const { name, sent, stored, edits, place } = source
  const wrong = (what: string) => ledger.violation(`${name} ${what}: ${JSON.stringify(followUp)}`)
  const isImported = name.includes('/row/')
  const maybe = [...sent, ...edits].map(({ answers }) => dueOf(answers)).filter(Boolean)
  const surely = [...(stored ? [stored] : []), ...edits.filter(({ done }) => done)].filter(({ answers }) =>
    dueOf(answers),
  )
  if (followUp && (isImported || maybe.length === 0)) wrong('is followed up')
  if (!followUp && !isImported && surely.length > 0) wrong('is low and not followed up')
  if (followUp?.state === 'wanted') wrong('still wants its complaint')
  if (followUp?.complaintId && followUp.complaintId !== idOf(complaint)) wrong('names another complaint')
  if (complaint && !maybe.includes('complaint')) wrong('opened a complaint')
  if (!stored?.mirrored || edits.length > 0 || isImported || dueOf(stored.answers) !== 'complaint') return
  if (wasErased(ledger, place.workspaceId, stored.customerId)) return
  if (!complaint || followUp?.complaintId !== idOf(complaint)) wrong('opened no complaint')
}

function idOf(complaint: Item | undefined): string | undefined {
  return complaint?.pk.split('#')[3]
}
