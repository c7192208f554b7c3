import { maxLength, object, optional, picklist, pipe, string } from 'valibot'
import { complaintKinds, customerTypes } from '../../core/complaint/complaint.ts'
import { checkedForm } from '../../core/complaint/public-form.ts'
import { InputError } from '../../core/input-error.ts'
import { languages } from '../../core/messages/messages.ts'
import { formTicket, openedForm, receivedByForm } from '../complaint/public-form.ts'
import { complaintPage, complaintThanks, type ShownForm } from '../pages/complaint-page.tsx'
import { failurePage } from '../pages/failure-page.ts'
import { prefersPage } from '../request/prefers-page.ts'
import { addressHash, type Limiter } from '../request/rate-limits.ts'
import { route } from '../request/route.ts'

const tag = 'Public pages'
const path = '/c/{link}'
const onLink = object({ link: pipe(string(), maxLength(300)) })
const inLanguage = object({ lang: optional(string()) })

const ticket = '2026-03-10.h2Kp0sVx9QdLrT4m.0.0.2026-03-10.n0B7s2Kq5hX9vD4mC1tJ8wR3yL6pF0aZgU2eI7oQbVk'
const typedSchema = optional(string(), '')
const noneTyped = {
  ...{ description: '', wantedOutcome: '', links: '', name: '', phone: '', email: '', reference: '', website: '' },
}

export const complaintPageRoutes = [
  route({
    operationId: 'readComplaintPage',
    summary: 'The public form by which customers write to the desk, or as JSON a ticket to do so',
    description: 'Reading changes nothing. A ticket is good for one message and for a week.',
    tag,
    method: 'get',
    path,
    page: failurePage,
    writes: false,
    params: onLink,
    query: inLanguage,
    reply: object({ ticket: string() }),
    example: { reply: { ticket } },
    async handle({ c, backend, params, language }) {
      const fresh = formTicket(backend, await openedForm(backend, params.link))
      if (!prefersPage(c)) return { ticket: fresh }
      return complaintPage(c, { language, ticket: fresh, kind: 'complaint', customerType: 'person', typed: noneTyped })
    },
  }),
  route({
    operationId: 'submitComplaint',
    summary: 'Write to the desk by its public form',
    description:
      'As JSON or as the form of the page. The same ticket with the same message is one complaint, however often it is sent; with another message it is refused with 409. A name and a telephone number or an e-mail address are needed; `links` are https addresses, one on each line; `website` stays blank. Whoever gives an e-mail address is sent an acknowledgement of receipt. A form with `show` stores nothing: it shows the page again in that language.',
    tag,
    method: 'post',
    path,
    page: failurePage,
    writes: false,
    params: onLink,
    query: inLanguage,
    body: object({
      ticket: typedSchema,
      kind: optional(picklist(complaintKinds), 'complaint'),
      customerType: optional(picklist(customerTypes), 'person'),
      ...{ description: typedSchema, wantedOutcome: typedSchema, links: typedSchema, reference: typedSchema },
      ...{ name: typedSchema, phone: typedSchema, email: typedSchema, website: typedSchema },
      show: optional(picklist(languages)),
    }),
    reply: object({ number: string(), answeredBy: optional(string()) }),
    status: 201,
    example: {
      body: {
        ticket,
        kind: 'complaint',
        description: 'The pallet arrived wet.',
        wantedOutcome: 'A new delivery by Friday',
        name: 'Mei',
        email: 'mei@example.com',
      },
      reply: { number: 'C-2026-000123', answeredBy: '2026-03-10T14:00:00.000Z' },
    },
    errors: { 409: 'Another message was sent with this ticket before (`answeredOtherwise`).' },
    async handle({ c, backend, params, body, language, limit }) {
      const opened = await openedForm(backend, params.link)
      const { ticket, kind, customerType, show, ...typed } = body
      const isPage = prefersPage(c)
      const again = (more: Partial<ShownForm>) =>
        complaintPage(c, { language, ticket, kind, customerType, typed, ...more })
      if (isPage && show) return again({ language: show })
      const { told, problems } = checkedForm(typed)
      const [problem] = Object.values(problems)
      if (problem && !isPage) throw problem
      if (problem) return again({ problems })
      takeOne(limit, opened.secretHash, addressHash(c, backend))
      const message = { ...told, kind, customerType }
      const received = await receivedByForm(backend, opened, { ticket, message, language }).catch(refused)
      if (!(received instanceof InputError)) {
        const { number, response } = received
        if (!isPage) return { number, ...(response.dueAt && { answeredBy: response.dueAt }) }
        return complaintThanks(c, received, { language, timeZone: opened.policy.calendar.timeZone })
      }
      if (!isPage) throw received
      const fresh = formTicket(backend, opened)
      if (received.code === 'ticketOld') return again({ ticket: fresh, problems: { '': received } })
      return again({ ticket: fresh, sentBefore: true })
    },
  }),
]

/** What the writer can mend on the page; anything else is thrown on. */
function refused(error: unknown): InputError {
  if (error instanceof InputError && (error.code === 'ticketOld' || error.code === 'answeredOtherwise')) return error
  throw error
}

/** One message of what the form takes in all, and of one address where that is known. */
function takeOne(limit: Limiter, form: string, address: string | undefined): void {
  if (address) limit('writer', address)
  limit('form', form)
}
