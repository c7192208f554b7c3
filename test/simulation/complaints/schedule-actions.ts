import { asked } from '../client.ts'
import { codeOf, read, unexpected, write } from './acting-on-desk.ts'
import { drawnPolicy } from './desk-policies.ts'
import { SWEEP } from './desk-system.ts'
import type { DeskWorld } from './desk-world.ts'

/** The schedule comes, by one machine or by several at once. */
export async function sweepNow(world: DeskWorld): Promise<void> {
  await Promise.all(Array.from({ length: world.chance.pick([1, 1, 2, 3]) }, () => swept(world)))
}

/** @returns How many things were due; undefined where the sweep was cut short. */
export async function swept(world: DeskWorld): Promise<number | undefined> {
  const { machine, ledger } = world
  const faults = machine.faults()
  machine.note('sweep')
  const answered = await machine.handled(asked({ method: 'POST', path: SWEEP }), true)
  machine.note(answered === 'died' ? 'the sweep died' : `swept ${answered.text}`)
  if (answered === 'died') return undefined
  const { due, failures } = JSON.parse(answered.text) as { due?: number; failures: string[] }
  if (failures.length > 0 && machine.faults() === faults) ledger.violation(`A sweep failed: ${failures}`)
  return due
}

/** Somebody sets other targets, hours, levels and flows. */
export async function changePolicy(world: DeskWorld): Promise<void> {
  const { chance, ledger } = world
  const before = await read(world, '/complaint-policy')
  if (!before) return
  const version = before.body.version as number
  const mark = ledger.mark('policy')
  const reply = await write(world, '/complaint-policy', { ...drawnPolicy(chance), version }, mark)
  if (!reply || codeOf(reply) === 'policyStale') return
  if (reply.status !== 200) {
    unexpected(world, reply, mark)
    return
  }
  if (ledger.policies.has(version + 1)) ledger.violation(`The policy was set to version ${version + 1} twice.`)
  ledger.policies.add(version + 1)
}

/** Complaints that low answers want are opened when these are listed. */
export async function listFollowUps(world: DeskWorld): Promise<void> {
  const reply = await read(world, '/follow-ups?limit=100')
  if (reply && reply.status !== 200) unexpected(world, reply, 'follow-ups')
}
