import { read, refusedOtherwise, sent, unexpected, write } from './acting-on-desk.ts'
import type { DeskWorld } from './desk-world.ts'

const KINDS = ['complaint', 'complaint', 'complaint', 'enquiry', 'praise']
const MINUTE_MS = 60_000

/** Something comes in: of a customer or a stranger, now or earlier, some with an address to write to. */
export async function takeIn(world: DeskWorld): Promise<void> {
  const { chance, ledger } = world
  const intake = ledger.intake(ledger.mark('intake'))
  const body = {
    ...(chance.happens(0.8) && { customerId: chance.pick(['C1', 'C2', 'C3']) }),
    ...(chance.happens(0.5) && { contact: { name: 'Mei', email: `${intake.mark}@mail.test` } }),
    ...(chance.happens(0.3) && { customerType: 'person' }),
    ...(chance.happens(0.2) && { receivedAt: minutesAgo(world, 3 + chance.below(120)) }),
    ...(chance.happens(0.2) && { owner: chance.pick(['li', 'wu']) }),
    kind: chance.pick(KINDS),
    channel: 'hotline',
    category: chance.pick(['', 'Delivery']),
    severity: chance.pick(['low', 'normal', 'high']),
    description: intake.mark,
  }
  for (const reply of await sent(world, () => write(world, '/complaints', body, intake.mark))) {
    if (!reply) continue
    if (reply.status !== 201) {
      unexpected(world, reply, intake.mark)
      continue
    }
    ledger.accepted(intake, reply.body)
    ledger.sees(reply)
    await refusedOtherwise(world, '/complaints', { ...body, description: 'otherwise' }, intake.mark)
  }
}

/** Somebody answers a survey badly, which opens a complaint: at once, or when follow-ups are looked at. */
export async function answerBadly(world: DeskWorld): Promise<void> {
  const { chance, desk, ledger, machine } = world
  const intake = ledger.intake(ledger.mark('answer'))
  const answers = { nps: 1, mark: intake.mark }
  const date = new Date(machine.now()).toISOString().slice(0, 10)
  const body = { date, customerId: chance.pick(['C1', 'C2']), channel: 'phone', answers }
  const reply = await write(world, `/surveys/${desk.surveyId}/answers`, body, intake.mark)
  if (!reply) return
  // By a clock that is behind, today may be tomorrow.
  if (reply.status === 400) intake.outcome = 'refused'
  else if (reply.status === 201) intake.isWanted = true
  else unexpected(world, reply, intake.mark)
}

/** Rows of another desk are brought, some of them by two people at once. */
export async function bringIn(world: DeskWorld): Promise<void> {
  const { chance, ledger } = world
  const first = chance.below(4)
  const rows = Array.from({ length: 1 + chance.below(3) }, (_, place) => rowOf(world, first + place))
  const reply = await write(world, '/complaints/import', { rows }, ledger.mark('import'))
  if (!reply) return
  if (reply.status !== 200) {
    unexpected(world, reply, 'import')
    return
  }
  for (const [place, row] of rows.entries()) {
    const told = reply.body.rows[place]
    if (told.status === 'rejected') unexpected(world, reply, row.id)
    else ledger.accepted(ledger.intakes.get(row.id)!, { id: told.complaintId, number: told.number })
  }
  const shown = await read(
    world,
    `/complaints/${chance.pick(reply.body.rows as { complaintId: string }[]).complaintId}`,
  )
  if (shown?.status === 200) ledger.sees(shown)
}

/** The same row says the same whoever brings it. */
function rowOf({ ledger }: DeskWorld, nth: number) {
  const id = `row-${nth}`
  if (!ledger.intakes.has(id)) ledger.intake(id)
  const state = (['received', 'waiting', 'resolved', 'closed'] as const)[nth % 4]
  const receivedAt = nth < 3 ? `2025-12-3${nth % 2}` : '2026-03-04T10:00:00Z'
  const resolvedAt = state === 'resolved' || state === 'closed' ? { resolvedAt: '2026-03-05' } : {}
  return { id, description: id, customerId: nth % 2 ? 'C1' : 'C2', receivedAt, state, ...resolvedAt, owner: 'li' }
}

function minutesAgo({ machine }: DeskWorld, minutes: number): string {
  return new Date(machine.now() - minutes * MINUTE_MS).toISOString()
}
