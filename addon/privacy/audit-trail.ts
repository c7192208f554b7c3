import type { TrailAct } from '../../core/audit-trail/trail-acts.ts'
import { textIn } from '../../core/survey/texts.ts'
import type { Texts } from '../../core/survey/texts-schema.ts'
import { Refusal } from '../refusal.ts'
import type { TeamMember } from '../team/team.ts'
import { userLanguage } from '../user-language.ts'
import { callApi, callApiAtOnce } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'

/** `at` is an instant; `act` is a `TrailAct`, '' where somebody altered the entry so that it can't be read. */
export type TrailEntry = {
  seq: number
  at: string
  who: { sub: string; name: string }
  act: string
  about: Record<string, string | number | boolean | string[]>
}
export type TrailPage = { entries: TrailEntry[]; next?: string }

/** The last entry that was seen to be right, and its seal. */
export type TrailMark = { seq: number; seal: string }
export type TrailCheck = {
  checked: number
  mark: TrailMark
  isEnd: boolean
  flaw?: { seq: number; what: 'altered' | 'removed' | 'inserted' | 'cut' | 'remade' | 'head' }
  next?: string
}

/** So many pages without an entry of the kind are passed over in one call. */
const MOST_EMPTY = 5
const PAGE = 25

/** What was done in the workspace, the latest first; null for whoever may not know. @throws InputError `notConnected` */
export function trailPage(act: TrailAct | '', cursor: string): TrailPage | null {
  let page: TrailPage = { entries: [], next: cursor }
  for (let pages = 0; pages < MOST_EMPTY && page.entries.length === 0 && page.next !== undefined; pages++) {
    const query = { limit: String(PAGE), ...(act && { act }), ...(page.next && { cursor: page.next }) }
    const found = forAdmins(() => callApi<TrailPage>({ method: 'get', path: path('', query) }))
    if (!found) return null
    page = found
  }
  return page
}

/** What ids in the trail stand for: members, surveys and audiences by name. */
export function namesInTrail(): Record<string, string> {
  const [{ members }, { surveys }, { audiences }] = callApiAtOnce<
    [
      { members: TeamMember[] },
      { surveys: { surveyId: string; title: Texts }[] },
      { audiences: { audienceId: string; name: string }[] },
    ]
  >([
    { method: 'get', path: inWorkspace('/members') },
    { method: 'get', path: inWorkspace('/surveys') },
    { method: 'get', path: inWorkspace('/audiences') },
  ])
  const language = userLanguage()
  return Object.fromEntries([
    ...members.map(({ memberId, name }) => [memberId, name]),
    ...surveys.map(({ surveyId, title }) => [surveyId, textIn(title, language)]),
    ...audiences.map(({ audienceId, name }) => [audienceId, name]),
  ])
}

/** Looks at the next 500 entries. @param known A mark that the person kept. */
export function verifiedTrail(cursor: string, known: TrailMark | null): TrailCheck {
  const kept = known && { knownSeq: String(known.seq), knownSeal: known.seal }
  return callApi({ method: 'get', path: path('/verify', { ...kept, ...(cursor && { cursor }) }) })
}

function forAdmins<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'forbidden') return null
    throw error
  }
}

function path(rest: string, query: Record<string, string>): string {
  const asked = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return inWorkspace(`/audit-trail${rest}${asked.length > 0 ? `?${asked.join('&')}` : ''}`)
}

function inWorkspace(rest: string): string {
  return `/v1/workspaces/${requiredConnection().workspaceId}${rest}`
}
