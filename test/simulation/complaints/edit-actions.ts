import type { Reply } from '../client.ts'
import { MEMBER } from '../prepared.ts'
import { codeOf, read, refusedOtherwise, send, sent, unexpected, write } from './acting-on-desk.ts'
import type { Edit, Seen } from './desk-ledger.ts'
import { RIGHTS } from './desk-policies.ts'
import { EDITOR } from './desk-prepared.ts'
import type { DeskWorld } from './desk-world.ts'

/** Somebody does what may be done next, by what they saw now or a while ago. */
export async function edit(world: DeskWorld): Promise<void> {
  const seen = await someComplaint(world, 0.7)
  if (seen) await edited(world, seen)
}

/** Several do something to the same complaint at once, all by what they saw before. */
export async function editTogether(world: DeskWorld): Promise<void> {
  const seen = await someComplaint(world, 0.9)
  if (seen) await Promise.all([edited(world, seen), edited(world, seen)])
}

async function edited(world: DeskWorld, { id, version, actions }: Seen): Promise<void> {
  const { chance, ledger } = world
  const action = chance.pick(actions)
  const mark = ledger.mark(action)
  const asked = { action, text: mark, ...fieldsOf(world, action) }
  const as = chance.happens(0.3) ? EDITOR : MEMBER
  const begun = ledger.edit(mark, { complaintId: id, expectedVersion: version, asked, as })
  const path = `/complaints/${id}/actions`
  const body = { ...asked, expectedVersion: version }
  for (const reply of await sent(world, () => write(world, path, body, mark, as))) {
    if (!reply) continue
    if (reply.status === 200) {
      begun.outcome = 'accepted'
      ledger.sees(reply)
      await refusedOtherwise(world, path, { ...body, text: 'otherwise' }, mark, as)
    } else refused(world, begun, reply)
  }
}

/** An edit may be refused only because of what others changed, of which it is told. */
function refused(world: DeskWorld, edit: Edit, reply: Reply): void {
  const code = codeOf(reply)
  if (edit.outcome === 'accepted') unexpected(world, reply, `${edit.mark} was accepted and then refused`)
  else edit.outcome = 'refused'
  if (code === 'stale') return
  if (edit.as === EDITOR && code === 'complaintRight' && holderOf(edit) !== 'editor') return
  if (edit.as === EDITOR && code === 'compensationLimit' && isOverLimit(edit)) return
  if (code !== 'complaintStale') {
    unexpected(world, reply, edit.mark)
    return
  }
  const changes = reply.body.error.details.changes as { version: number; action: string }[]
  const isWhole = changes.every(({ version }, place) => version === edit.expectedVersion + 1 + place)
  const isChanged = changes.some(({ action }) => action !== 'escalate')
  if (!isWhole || !isChanged) unexpected(world, reply, `${edit.mark} is told to be stale`)
}

function isOverLimit({ asked: { compensation = 0 } }: Edit): boolean {
  return (compensation as number) > RIGHTS.compensationLimit
}

/** Who may take what was asked, the severity that another step carries included. */
export function holderOf({ asked: { action, severity } }: Edit): 'editor' | 'handler' | 'admin' {
  const steps: Partial<Record<string, 'handler' | 'admin'>> = RIGHTS.steps
  return (severity === undefined ? undefined : steps.change_severity) ?? steps[action as string] ?? 'editor'
}

function fieldsOf({ chance }: DeskWorld, action: string): object {
  const cost = chance.happens(0.2) ? { compensation: chance.below(1000) / 100 } : {}
  switch (action) {
    case 'assign':
      return { owner: chance.pick(['li', 'wu', 'boss']) }
    case 'change_severity':
      return { severity: chance.pick(['low', 'normal', 'high']) }
    case 'classify':
      return {
        kind: chance.pick(['complaint', 'enquiry', 'praise']),
        category: chance.pick(['Delivery', 'Billing']),
        ...(chance.happens(0.2) && { severity: 'high' }),
      }
    case 'identify':
      return { customerId: chance.pick(['C1', 'C2', 'C3']) }
    case 'close':
    case 'reopen':
      return chance.happens(0.5) ? { satisfaction: 1 + chance.below(5) } : {}
    default:
      return cost
  }
}

/** The customer answers whether it is solved, by the link that they were sent. */
export async function answerQuestion(world: DeskWorld): Promise<void> {
  const { chance, ledger } = world
  const asked = [...ledger.seen.values()].filter(({ feedbackLink }) => feedbackLink)
  const seen = asked.length > 0 ? chance.pick(asked) : await someComplaint(world, 1)
  if (!seen?.feedbackLink) return
  const mark = ledger.mark('customer')
  const solved = chance.pick(['yes', 'no'])
  const begun = ledger.edit(mark, { complaintId: seen.id, expectedVersion: 0, asked: { text: mark } })
  const body = { answers: { solved, satisfaction: 1 + chance.below(5), comment: mark } }
  const path = new URL(seen.feedbackLink).pathname
  for (const reply of await sent(world, () => send(world, { method: 'POST', path, body }))) {
    if (!reply) continue
    // Somebody else may have answered, or asked anew, but not these two for one another.
    const isLate =
      codeOf(reply) === 'notFound' || (codeOf(reply) === 'answeredOtherwise' && begun.outcome !== 'accepted')
    if (reply.status === 200) begun.outcome = 'accepted'
    else if (!isLate) unexpected(world, reply, mark)
    else if (begun.outcome === 'open') begun.outcome = 'refused'
  }
}

/** All that somebody has open is given to others, page by page. */
export async function handOver(world: DeskWorld): Promise<void> {
  const { chance, ledger } = world
  const mark = ledger.mark('hand-over')
  const handing = { mark, given: undefined as number | undefined }
  ledger.handings.set(mark, handing)
  const from = chance.pick(['li', 'wu', 'boss', ''])
  const to = chance.pick(['li', 'wu', 'boss'].filter((name) => name !== from))
  const body = { from, ...(chance.happens(0.6) && { to }), text: mark }
  for (const reply of await sent(world, () => write(world, '/complaint-hand-overs', body, mark))) {
    if (!reply) continue
    if (reply.status !== 200) unexpected(world, reply, mark)
    else handing.given = (reply.body.given as { n: number }[]).reduce((sum, { n }) => sum + n, 0)
  }
}

/** Somebody opens a complaint: what is shown is whole, and never older than what was shown before. */
export async function open(world: DeskWorld): Promise<void> {
  await someComplaint(world, 1)
}

/** A complaint that somebody was told of, read again with a probability. */
async function someComplaint(world: DeskWorld, fresh: number): Promise<Seen | undefined> {
  const { chance, ledger } = world
  const all = [...ledger.seen.values()]
  if (all.length === 0) return undefined
  const seen = chance.pick(all.slice(-3))
  if (!chance.happens(fresh)) return seen
  const reply = await read(world, `/complaints/${seen.id}`)
  if (!reply) return undefined
  if (reply.status !== 200) {
    unexpected(world, reply, `${seen.id} cannot be read`)
    return undefined
  }
  const { version, history } = reply.body as { version: number; history: { version: number }[] }
  const isWhole = history.every((event, place) => event.version === place + 1) && history.length === version
  if (!isWhole || version < seen.version) unexpected(world, reply, `${seen.id} is not whole, or older than before`)
  ledger.sees(reply)
  return ledger.seen.get(seen.id)
}
