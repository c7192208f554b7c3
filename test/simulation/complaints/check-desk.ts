import { driven } from '../driven.ts'
import { read, unexpected } from './acting-on-desk.ts'
import { checkAccepted } from './check-accepted.ts'
import { checkCopies } from './check-copies.ts'
import { checkHistory } from './check-history.ts'
import { checkMessages } from './check-messages.ts'
import type { DeskSystem } from './desk-system.ts'
import type { DeskWorld } from './desk-world.ts'
import { listFollowUps, swept } from './schedule-actions.ts'
import { storedComplaints } from './stored-complaint.ts'

const MINUTE_MS = 60_000
/** By then no request is on its way, no e-mail waits to be tried again, and machines' clocks are past what they told. */
const LATER_MS = 75 * MINUTE_MS
/** By then every index tells what is. */
const INDEXED_MS = 5000

/** Sweeps in peace, then holds a desk against what its clients were told and against a recount of what lies in the table. */
export async function checkDesk(system: DeskSystem, world: DeskWorld): Promise<void> {
  const { machine, ledger, desk } = world
  system.setClocks()
  system.mails.trouble = 0
  const until = await driven(machine, sweptInPeace(world))
  const items = await system.engine.items()
  const complaints = storedComplaints(items)
  checkAccepted(ledger, complaints, items)
  for (const complaint of complaints) checkHistory(ledger, complaint, until)
  checkCopies(ledger, desk.workspaceId, complaints, items)
  const toldBefore = new Date(until).toISOString()
  checkMessages(ledger, machine, system.mails, complaints, toldBefore)
  await driven(machine, checkReadable(world))
}

/** @returns When the last sweep that tells began. */
async function sweptInPeace(world: DeskWorld): Promise<number> {
  const { machine } = world
  await machine.pause(LATER_MS)
  await listFollowUps(world)
  let until = 0
  for (const wait of [LATER_MS, LATER_MS, INDEXED_MS]) {
    await machine.pause(wait)
    until = machine.now()
    // One that has too much to do is ended, and the next goes on.
    while ((await swept(world)) === undefined) {
      await machine.pause(LATER_MS)
      until = machine.now()
    }
  }
  return until
}

/** Every complaint that was accepted can be opened by its id and stands in the list, with its number. */
async function checkReadable(world: DeskWorld): Promise<void> {
  const { ledger } = world
  const listed = await read(world, '/complaints?status=all&limit=500')
  const numbers = ((listed?.body.complaints ?? []) as { number: string }[]).map(({ number }) => number)
  for (const { mark, outcome, id, number } of ledger.intakes.values()) {
    if (outcome !== 'accepted') continue
    const reply = await read(world, `/complaints/${id}`)
    if (reply?.status !== 200 || reply.body.number !== number) unexpected(world, reply!, `${mark} cannot be read`)
    if (numbers.filter((each) => each === number).length !== 1) ledger.violation(`${number} is not listed once.`)
  }
}
