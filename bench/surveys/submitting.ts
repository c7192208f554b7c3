import type { MeasuredBackend } from './measured-backend.ts'
import { type Took, took } from './took.ts'

const WARM_UP = 40
const AT_ONCE = 8

/** How long so many answers take through the public page's address, by some people at once. */
export async function submitting(backend: MeasuredBackend, link: string, answers: number): Promise<Took> {
  await submitted(backend, link, await ticketsOf(backend, link, WARM_UP))
  const tickets = await ticketsOf(backend, link, answers)
  return took(() => submitted(backend, link, tickets))
}

/** As many pages are opened as answers are to be sent: each has a ticket of its own. */
async function ticketsOf({ call }: MeasuredBackend, link: string, count: number): Promise<string[]> {
  const tickets: string[] = []
  while (tickets.length < count) tickets.push((await call('GET', link)).ticket)
  return tickets
}

async function submitted({ call }: MeasuredBackend, link: string, tickets: string[]): Promise<void> {
  const left = [...tickets]
  const somebody = async () => {
    for (let ticket = left.pop(); ticket; ticket = left.pop()) await call('POST', link, { ticket, answers: { nps: 9 } })
  }
  await Promise.all(Array.from({ length: AT_ONCE }, somebody))
}
