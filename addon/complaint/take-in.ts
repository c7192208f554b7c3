import type { Complaint, Contact } from '../../core/complaint/complaint.ts'
import type { ToldAgain } from '../../core/complaint/likely-duplicates.ts'
import { InputError } from '../../core/input-error.ts'
import { userMessages } from '../user-language.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'
import type { ToldComplaint } from './one-complaint.ts'

/** What somebody told; `customerId` is '' for a person who is not in the customer file. */
export type Intake = Pick<Complaint, 'kind' | 'channel' | 'category' | 'severity' | 'description'> & {
  customerId: string
  customerType?: Complaint['customerType']
  contact?: Contact
  wantedOutcome?: string
  links?: string[]
  /** An instant; now where absent. */
  receivedAt?: string
}

/** Takes a complaint in; the same operation id logs it once. @throws InputError `blankField`. */
export function logComplaint(intake: Intake, operationId: string): ToldComplaint {
  if (!intake.description.trim()) throw new InputError('blankField', { field: userMessages().fields.whatHappened })
  return callApi({ method: 'post', path: path('complaints'), body: intake, operationId })
}

/** What the customer may have told already, the likeliest first. */
export function likelyDuplicates(told: ToldAgain & { customerId: string }): ToldComplaint[] {
  const body = { ...told, description: told.description.slice(0, 10_000) }
  return callApi<{ complaints: ToldComplaint[] }>({ method: 'post', path: path('complaint-duplicates'), body })
    .complaints
}

function path(place: string): string {
  return `/v1/workspaces/${requiredConnection().workspaceId}/${place}`
}
