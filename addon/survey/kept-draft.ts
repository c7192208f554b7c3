import type { KeptDraft } from '../../core/survey/draft/draft-survey.ts'

/** A property holds 9 KB; a character takes three bytes at the most. */
const PIECE = 2900

/** What the person typed about a survey and has not saved; null where nothing. */
export function keptDraft(surveyId: string): KeptDraft | null {
  const all = PropertiesService.getUserProperties().getProperties()
  let text = ''
  for (let i = 0; all[key(surveyId, i)] !== undefined; i++) text += all[key(surveyId, i)]
  try {
    return text ? (JSON.parse(text) as KeptDraft) : null
  } catch {
    return null
  }
}

/** Keeps what the person typed, with the person; null forgets it. */
export function keepDraft(surveyId: string, draft: KeptDraft | null): void {
  const kept = PropertiesService.getUserProperties()
  const text = draft ? JSON.stringify(draft) : ''
  const pieces = Array.from({ length: Math.ceil(text.length / PIECE) }, (_, i) => {
    return [key(surveyId, i), text.slice(i * PIECE, (i + 1) * PIECE)]
  })
  if (pieces.length > 0) kept.setProperties(Object.fromEntries(pieces))
  const all = kept.getProperties()
  for (let i = pieces.length; all[key(surveyId, i)] !== undefined; i++) kept.deleteProperty(key(surveyId, i))
}

function key(surveyId: string, piece: number): string {
  return `DRAFT ${surveyId} ${piece}`
}
