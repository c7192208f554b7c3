import { isDeepStrictEqual } from 'node:util'
import type { Ledger, Source } from './ledger.ts'
import { sourceNamed, wasErased } from './ledger.ts'
import type { Place } from './prepared.ts'
import type { StoredAnswer } from './recount.ts'

/** Each accepted answer lies there as it was sent or edited, and nothing else does: none twice, none of somewhere else. */
export function checkAnswers(ledger: Ledger, place: Place, answers: StoredAnswer[]): void {
  const seen = new Set<Source>()
  for (const answer of answers) {
    if (answer.deleted) continue
    const source = sourceNamed(ledger, answer.answers.mark)
    if (source?.place !== place) ledger.violation(`${place.name} holds an answer of ${source?.name ?? 'nobody'}.`)
    else if (seen.has(source)) ledger.violation(`${source.name} is stored twice.`)
    else {
      seen.add(source)
      const wrong = whatIsWrong(ledger, source, answer)
      if (wrong) ledger.violation(`${source.name}: ${wrong}: ${JSON.stringify(answer)}`)
    }
  }
  for (const source of ledger.sources.values()) {
    if (source.place !== place) continue
    if (source.stored && source.deletion === 'none' && !seen.has(source)) ledger.violation(`${source.name} is lost.`)
    if (source.deletion === 'done' && seen.has(source)) ledger.violation(`${source.name} was deleted and is there.`)
  }
}

function whatIsWrong(ledger: Ledger, source: Source, answer: StoredAnswer): string | undefined {
  const { day, id, revision, version, answers, customerId, channel, tier, owner, segment } = answer
  const isErased = wasErased(ledger, source.place.workspaceId, customerId)
  // A link that was made while its customer was erased may be told as the next one: only corrections bear its name.
  if (isErased && source.sent.length === 0) return undefined
  // Who is being erased may have answered anew, by another link.
  const told = source.deletion === 'none' ? source : undefined
  if (told?.answerId && told.answerId !== `${day}.${id}`) return 'it has another id than was told'
  const possible = told?.stored ? [told.stored] : source.sent
  const same = possible.find((payload) => payload.customerId === customerId && payload.channel === channel)
  if (!same) return 'it is of another customer or channel than was sent'
  const edits = source.edits.filter((edit) => edit.revision === revision)
  const known = edits.find(({ done }) => done)
  const contents = revision === 1 ? possible : known ? [known] : edits
  if (!contents.some((content) => isDeepStrictEqual(content.answers, answers))) return 'it says what nobody sent'
  if (source.edits.some((edit) => edit.done && edit.revision > revision)) return 'an edit is lost'
  if (same.version !== undefined && same.version !== version) return 'it answers another version of the questions'
  if (contents.every(({ late }) => late?.())) return 'it came when nothing could be answered any more'
  const mirrored = ledger.customers.get(`${source.place.workspaceId}/${customerId}`)
  if (source.place.isStaff || isErased) return undefined
  if (tier === undefined) return same.mirrored ? 'its customer was not looked up' : undefined
  if (!mirrored?.has(`${tier}/${owner}/${segment}`)) return 'its customer was never like this'
  return undefined
}
