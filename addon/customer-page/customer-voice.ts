import type { CustomerComplaint } from '../../core/customer-page/customer-complaint.ts'
import { mergedIds } from '../customer-file/merged-ids.ts'
import { localTime } from '../sheet/local-time.ts'
import { callApi } from '../workspace/api.ts'
import { connection } from '../workspace/connection.ts'

export type CustomerAnswer = {
  survey: string
  day: string
  channel: string
  nps?: number
  satisfaction: { dimension: string; score: number }[]
  comment?: string
}

/** Days in the spreadsheet's time zone; '' where there is none. */
export type ShownComplaint = Pick<CustomerComplaint, 'number' | 'kind' | 'state' | 'severity'> & {
  received: string
  due: string
  closed: string
}

/** What a customer said in surveys and to the complaint desk, the latest first; `more` where there is more. */
export type CustomerVoice = {
  answers: CustomerAnswer[]
  complaints: ShownComplaint[]
  more: { answers: boolean; complaints: boolean }
}

type Told = Omit<CustomerVoice, 'complaints'> & { complaints: CustomerComplaint[] }

/** A customer is asked for under so many ids that were merged into theirs. */
const MOST_IDS = 5
/** So many answers and complaints are told, as of one id. */
const MOST = 20

/**
 * What the workspace knows of a customer, also under the ids of those that were merged into them; null where this
 * spreadsheet has none.
 */
export function customerVoice(id: string): CustomerVoice | null {
  const connected = connection()
  if (!connected) return null
  const ids = [id, ...mergedIds()(id).slice(0, MOST_IDS)]
  const told = together(
    ids.map((each) => {
      const path = `/v1/workspaces/${connected.workspaceId}/customer-timeline?customerId=${encodeURIComponent(each)}`
      return callApi<Told>({ method: 'get', path })
    }),
  )
  const day = (instant: string | undefined) => (instant ? localTime(instant).slice(0, 10) : '')
  const complaints = told.complaints.map(({ number, kind, state, severity, receivedAt, dueAt, closedAt }) => ({
    ...{ number, kind, state, severity },
    ...{ received: day(receivedAt), due: dueAt ? localTime(dueAt) : '', closed: day(closedAt) },
  }))
  return { ...told, complaints }
}

function together(all: readonly Told[]): Told {
  const latest = <T>(items: T[], of: (item: T) => string) =>
    all.length === 1 ? items : items.sort((a, b) => (of(a) < of(b) ? 1 : of(a) > of(b) ? -1 : 0))
  const answers = latest(
    all.flatMap((each) => each.answers),
    (answer) => answer.day,
  )
  const complaints = latest(
    all.flatMap((each) => each.complaints),
    (complaint) => complaint.receivedAt,
  )
  return {
    answers: answers.slice(0, MOST),
    complaints: complaints.slice(0, MOST),
    more: {
      answers: answers.length > MOST || all.some(({ more }) => more.answers),
      complaints: complaints.length > MOST || all.some(({ more }) => more.complaints),
    },
  }
}
