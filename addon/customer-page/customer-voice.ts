import type { CustomerComplaint } from '../../core/customer-page/customer-complaint.ts'
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

/** What the workspace knows of a customer; null where this spreadsheet has none. */
export function customerVoice(id: string): CustomerVoice | null {
  const connected = connection()
  if (!connected) return null
  const path = `/v1/workspaces/${connected.workspaceId}/customer-timeline?customerId=${encodeURIComponent(id)}`
  const told = callApi<Omit<CustomerVoice, 'complaints'> & { complaints: CustomerComplaint[] }>({ method: 'get', path })
  const day = (instant: string | undefined) => (instant ? localTime(instant).slice(0, 10) : '')
  const complaints = told.complaints.map(({ number, kind, state, severity, receivedAt, dueAt, closedAt }) => ({
    ...{ number, kind, state, severity },
    ...{ received: day(receivedAt), due: dueAt ? localTime(dueAt) : '', closed: day(closedAt) },
  }))
  return { ...told, complaints }
}
