import { driven } from '../driven.ts'
import type { Item } from '../engine/item.ts'
import type { System } from '../system.ts'
import { PEOPLE, readBy } from './acting-in-team.ts'
import { used } from './key-actions.ts'
import { checkMirror } from './mirror-actions.ts'
import { standing, tried } from './people-actions.ts'
import type { Key } from './team-ledger.ts'
import type { TeamWorld } from './team-world.ts'

/** Holds a team's world against what its clients were told and against what lies in the table. */
export async function checkTeam(system: System, world: TeamWorld): Promise<void> {
  const items = await system.engine.items()
  for (const workspaceId of world.workspaces) {
    checkMembers(world, workspaceId, items)
    checkMirror(world, workspaceId, items)
    checkTrail(world, workspaceId, items)
  }
  await driven(world.machine, lookAtAll(world, items))
}

async function lookAtAll(world: TeamWorld, items: Item[]): Promise<void> {
  for (const workspaceId of world.workspaces) for (const sub of PEOPLE) await tried(world, workspaceId, sub)
  for (const key of world.ledger.keys) {
    await used(world, key)
    await checkRead(world, key, items)
  }
}

/** What is checked at every request and what the others see are the same, and what was told last. */
function checkMembers(world: TeamWorld, workspaceId: string, items: Item[]): void {
  const { ledger } = world
  for (const sub of PEOPLE) {
    const checked = items.find(({ pk, sk }) => pk === `P#${sub}` && sk === `W#${workspaceId}`)?.role ?? 'none'
    const listed = items.find(({ pk, sk }) => pk === `W#${workspaceId}` && sk === `M#${sub}`)?.role ?? 'none'
    const { sure = checked } = standing(world, workspaceId, sub)
    if (checked !== listed || checked !== sure)
      ledger.violation(`${sub} is checked as ${checked}, listed as ${listed}, and ${sure}.`)
  }
  const open = items.filter(({ pk, sk }) => pk.startsWith('E#') && sk === `W#${workspaceId}`)
  const invitations = new Map(items.filter(({ pk }) => pk === `W#${workspaceId}`).map((item) => [item.sk, item]))
  for (const { invitationId } of open) {
    const invitation = invitations.get(`INV#${invitationId}`)
    if (!invitation || invitation.accepted) ledger.violation(`An invitation that is over can be found: ${invitationId}`)
  }
}

/** The audit trail has no gap: each act's entry stands behind the one before. */
function checkTrail({ ledger }: TeamWorld, workspaceId: string, items: Item[]): void {
  const trail = items.filter(({ pk }) => pk === `W#${workspaceId}#AU`).sort((a, b) => (a.sk < b.sk ? -1 : 1))
  let seal = ''
  for (const [at, entry] of trail.entries()) {
    if (entry.seq !== at + 1 || entry.before !== seal)
      ledger.violation(`Entry ${entry.seq} of the trail stands at ${at + 1}.`)
    seal = String(entry.seal)
  }
}

/** An audience's key reads what the audience's head points to in the table, and nothing else. */
async function checkRead(world: TeamWorld, key: Key, items: Item[]): Promise<void> {
  const { audience, workspaceId } = key
  if (!audience) return
  const reply = await readBy(world, key, workspaceId)
  const head = items.find(({ pk }) => pk === `W#${workspaceId}#A#${audience.audienceId}`)
  const series = (head?.series ?? []) as { id: string; kpi: string; day: string; version: string }[]
  const right = series.map(({ id, kpi, day, version }) => {
    const part = items.find(({ pk, sk }) => pk === `W#${workspaceId}#K#${id}` && sk === `${day}#${version}#000`)
    return `${kpi} ${part ? (JSON.parse(String(part.rows)) as number[][])[0]![1] : 'is lost'}`
  })
  const told = ((reply?.body.figures ?? []) as { kpi: string; value: number }[]).map(
    ({ kpi, value }) => `${kpi} ${value}`,
  )
  if (reply?.status === 200 && told.sort().join() !== right.sort().join())
    world.ledger.violation(`An audience reads ${told}, where its head points to ${right}.`)
}
