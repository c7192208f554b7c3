import { useMemo, useRef, useState } from 'preact/hooks'
import { languageOf } from '../../../../core/messages/messages.ts'
import { changedParts } from '../../../../core/survey/draft/draft-parts.ts'
import { draftProblems } from '../../../../core/survey/draft/draft-problems.ts'
import { type Draft, draftOf, type KeptDraft, type KeptSurvey } from '../../../../core/survey/draft/draft-survey.ts'
import { type DraftPart, mergedDraft } from '../../../../core/survey/draft/merged-draft.ts'
import { withFormerOptions } from '../../../../core/survey/former-parts.ts'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { useOnce } from '../../kit/use-once.ts'
import { useOperationId } from '../../kit/use-operation-id.ts'
import { useKeptDraft } from './use-kept-draft.ts'

export const language = languageOf(document.documentElement.lang)

/** A survey as it was when it was last read or saved, and what has been typed since. */
type Editing = KeptDraft & { survey: KeptSurvey; answers: number; mayRetain: boolean }

/** What the last step brought, to be said once. */
export type News = { kind: 'draftKept' | 'keptBoth' | 'saved' } | { kind: 'conflict'; parts: DraftPart[] }

/** How often a save is repeated on top of what others saved meanwhile. */
const MOST_TRIES = 3

/**
 * A survey while it is changed: loaded with what was typed before, kept while typing, saved in one step. What others
 * saved meanwhile is taken along where it concerns other parts, and told where it concerns the same.
 */
export function useDraft(surveyId: string, onSaved: (survey: KeptSurvey) => void) {
  const [editing, setEditing] = useState<Editing>()
  const [news, setNews] = useState<News>()
  const { busy, problem, run } = useAction()
  const operationId = useOperationId()
  const sent = useRef<Draft | undefined>(undefined)
  const changed = useMemo(() => (editing ? changedParts(editing.base, editing.draft, language) : {}), [editing])
  const isChanged = Object.keys(changed).length > 0
  const kept = useKeptDraft(surveyId, isChanged ? editing : undefined)

  const load = () =>
    run(async () => {
      await kept.settled()
      const { survey, draft: before, mayRetain } = await server.surveyToEdit(surveyId)
      const base = draftOf(survey, language)
      const { draft, both } = before ? mergedDraft(before.base, before.draft, base) : { draft: base, both: [] }
      const isKept = Object.keys(changedParts(base, draft, language)).length > 0
      setEditing({ survey, base, draft, answers: survey.answers ?? 0, mayRetain })
      setNews(both.length > 0 ? { kind: 'conflict', parts: both } : isKept ? { kind: 'draftKept' } : undefined)
    })
  useOnce(load)

  const save = () =>
    run(async () => {
      if (!editing) return
      await kept.settled()
      let { base, draft } = editing
      setNews(undefined)
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const parts = changedParts(base, draft, language)
        const id = operationId([parts, base.revision])
        const before = sent.current
        sent.current = draft
        const reply = await server.saveSurvey(surveyId, parts, base.revision, id)
        if ('saved' in reply) {
          const saved = draftOf(reply.saved, language)
          // What was typed while it was being saved stays typed.
          setEditing(
            (now) => now && { ...now, survey: reply.saved, base: saved, draft: newer(now.draft, editing.draft, saved) },
          )
          if (tries === 0) setNews({ kind: 'saved' })
          return onSaved(reply.saved)
        }
        const theirs = draftOf(reply.stale, language)
        const isOwn = before && Object.keys(changedParts(theirs, before, language)).length === 0
        const merged = mergedDraft(isOwn ? theirs : base, draft, theirs)
        base = theirs
        draft = merged.draft
        const state = { survey: reply.stale, base, draft }
        if (merged.both.length > 0) {
          setEditing((now) => now && { ...now, ...state })
          return setNews({ kind: 'conflict', parts: merged.both })
        }
        if (!isOwn) setNews({ kind: 'keptBoth' })
      }
    })

  const change = (draft: Draft) => {
    if (news?.kind === 'saved') setNews(undefined)
    setEditing((now) => now && { ...now, draft })
  }
  const discard = () => {
    setNews(undefined)
    setEditing((now) => now && { ...now, draft: now.base })
  }
  const retained = (kept: KeptSurvey) => setEditing((now) => now && withRetention(now, kept))
  const known = editing ? questionsOfAllTimes(editing.survey) : []
  const problems = editing ? draftProblems(editing.draft, known) : undefined
  return {
    editing,
    known,
    problems,
    isChanged,
    news,
    busy,
    problem,
    load,
    save,
    change,
    retained,
    discard,
    settled: kept.settled,
  }
}

function questionsOfAllTimes({ questions, earlier, former }: KeptSurvey) {
  return withFormerOptions([...questions, ...earlier], former)
}

/** The saved survey, or what was typed since it was sent. */
function newer(now: Draft, sent: Draft, saved: Draft): Draft {
  return now === sent ? saved : { ...now, revision: saved.revision }
}

/**
 * The survey with how long its answers are kept, which was set by itself: nothing of what is typed was changed by that.
 * Where somebody else saved before, that is come upon when it is saved.
 */
function withRetention(now: Editing, { retentionMonths, revision }: KeptSurvey): Editing {
  const { retentionMonths: _, ...before } = now.survey
  const survey = { ...before, ...(retentionMonths !== undefined && { retentionMonths }) }
  if (revision !== before.revision + 1) return { ...now, survey }
  const at = <T extends { revision: number }>(part: T) => ({ ...part, revision })
  return { ...now, survey: at(survey), base: at(now.base), draft: at(now.draft) }
}
