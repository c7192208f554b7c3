import { isDeepStrictEqual } from 'node:util'
import type { Ledger, Source } from './ledger.ts'
import { sourceNamed } from './ledger.ts'
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
  const { day, id, revision, answers, customerId, channel, tier, owner, segment } = answer
  if (source.answerId && source.answerId !== `${day}.${id}`) return 'it has another id than was told'
  const possible = source.stored ? [source.stored] : source.sent
  const same = possible.find((payload) => payload.customerId === customerId && payload.channel === channel)
  if (!same) return 'it is of another customer or channel than was sent'
  const edits = source.edits.filter((edit) => edit.revision === revision)
  const known = edits.find(({ done }) => done)
  const contents = revision === 1 ? possible : known ? [known] : edits
  if (!contents.some((content) => isDeepStrictEqual(content.answers, answers))) return 'it says what nobody sent'
  if (source.edits.some((edit) => edit.done && edit.revision > revision)) return 'an edit is lost'
  const mirrored = ledger.customers.get(`${source.place.workspaceId}/${customerId}`)
  if (tier === undefined) return same.mirrored ? 'its customer was not looked up' : undefined
  if (!mirrored?.has(`${tier}/${owner}/${segment}`)) return 'its customer was never like this'
  return undefined
}
