import type { Complaint } from '../../core/complaint/complaint.ts'
import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts'
import type { ComplaintAction } from '../../core/complaint/complaint-moves.ts'
import { plainPolicy } from '../core/complaint/plain-policy.ts'
import { ADA, runningApp } from './running-app.ts'

export type Told = Complaint & {
  status: string
  responseStatus: string
  resolutionStatus: string
  dueAt?: string
  actions: ComplaintAction[]
}
export type ToldWithHistory = Told & { history: ComplaintEvent[] }
export type Failed = { error: { code: string; message: string; details?: Record<string, unknown> } }

export const CUSTOMERS: { id: string; name: string; tier: string; owner?: string; segment?: string }[] = [
  { id: 'C-1', name: 'Northwind', tier: 'A', owner: 'li.na', segment: 'Retail' },
  { id: 'C-2', name: '东方贸易', tier: 'B', owner: 'wang.wei', segment: 'Retail' },
  { id: 'C-3', name: 'Contoso', tier: 'B', owner: 'li.na', segment: 'Industry' },
  { id: 'C-4', name: 'Fabrikam', tier: 'C' },
]

/** A running app whose workspace has four customers, each act is one event, and calls to its complaint desk. */
export async function complaintDesk() {
  const app = await runningApp()
  await app.call('POST', app.at('/customers'), { token: app.token, body: { customers: CUSTOMERS } })
  await app.call('POST', app.at('/complaint-policy'), { token: app.token, body: plainPolicy('UTC') })

  let signedIn = { at: 0, token: app.token }
  /** Made anew whenever the clock was turned, since it is only good for an hour. */
  async function token(): Promise<string> {
    const at = app.clock.now.getTime()
    if (at !== signedIn.at) signedIn = { at, token: await app.tokenOf(ADA) }
    return signedIn.token
  }

  return {
    ...app,
    signedIn: token,
    /** Sets the clock. */
    at: (instant: string) => {
      app.clock.now = new Date(instant)
    },
    path: app.at,
    async log<T = Told>(body: Record<string, unknown> = {}, operation?: string) {
      const intake = { customerId: 'C-2', channel: 'hotline', description: 'The pallet arrived wet.', ...body }
      return app.call<T>('POST', app.at('/complaints'), {
        token: await token(),
        body: intake,
        ...(operation && { operation }),
      })
    },
    async act<T = Told>(id: string, body: Record<string, unknown>, operation?: string) {
      const path = app.at(`/complaints/${id}/actions`)
      return app.call<T>('POST', path, { token: await token(), body, ...(operation && { operation }) })
    },
    async get<T = ToldWithHistory>(path: string) {
      return app.call<T>('GET', app.at(path), { token: await token() })
    },
    async figure(query: string) {
      const { body } = await app.call<{ rows: { value: string; n: number; figure: number | null }[] }>(
        'GET',
        app.at(`/complaint-figures?${query}`),
        { token: await token() },
      )
      return body.rows
    },
  }
}

export type ComplaintDesk = Awaited<ReturnType<typeof complaintDesk>>
