import { pathOf } from './acting.ts'
import { ask } from './client.ts'
import type { Item } from './engine/item.ts'
import { MEMBER, type Place } from './prepared.ts'
import type { StoredAnswer } from './recount.ts'
import { cutOf, groupsBy, nps } from './recount.ts'
import type { World } from './world.ts'

export const CUTS = ['tier', 'owner', 'segment', 'channel', 'tier_now', 'owner_now', 'day', 'month'] as const
export type Cut = (typeof CUTS)[number]

/** Asks for figures of one survey by one cut, perhaps for its answers, and holds them against the table. */
export async function checkFigures(world: World, places: Place[], items: Item[]): Promise<void> {
  const { chance, ledger } = world
  const used = places.filter((place) => [...ledger.sources.values()].some((source) => source.place === place))
  if (used.length === 0) return
  const place = chance.pick(used)
  const prefix = `W#${place.workspaceId}#S#${place.surveyId}#`
  const stored = items.filter(({ pk, sk }) => pk.startsWith(prefix) && sk.startsWith('R#')) as StoredAnswer[]
  const answers = stored.filter(({ deleted }) => !deleted)
  const by = chance.pick(world.cuts)
  await checkCut(world, place, by, groupsBy(answers, groupOf(by, place, items)))
  if (chance.happens(0.6)) return
  const listed = (await world.listed(place, 500))!
  const readable = listed.map(({ answerId, answers }) => `${answerId} ${answers.mark}`).sort()
  const there = answers.map(({ day, id, answers }) => `${day}.${id} ${answers.mark}`).sort()
  if (readable.join() !== there.join()) ledger.violation(`${place.name} lists ${readable} where there are ${there}.`)
}

async function checkCut(world: World, place: Place, by: Cut, groups: Map<string, StoredAnswer[]>): Promise<void> {
  const path = `${pathOf(place)}/figures?metric=NPS&by=${by}`
  const { body } = (await ask(world, { method: 'GET', path, as: MEMBER }, world.ledger.violation))!
  const told = (body.rows as { value: string; n: number; figure: number }[]).map(({ value, n, figure }) =>
    line(value, n, figure),
  )
  const right = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, group]) => line(value, group.length, nps(group)))
  if (told.join() !== right.join()) world.ledger.violation(`${place.name} by ${by}: ${told}, not ${right}.`)
}

function line(value: string, n: number, figure: number): string {
  return `${value} n=${n} nps=${figure.toFixed(6)}`
}

function groupOf(by: Cut, place: Place, items: Item[]): (answer: StoredAnswer) => string {
  if (by === 'day') return ({ day }) => day
  if (by === 'month') return ({ day }) => day.slice(0, 7)
  if (by !== 'tier_now' && by !== 'owner_now') return (answer) => cutOf(answer, by)!
  const field = by === 'tier_now' ? 'tier' : 'owner'
  const customers = items.filter(({ pk }) => pk === `W#${place.workspaceId}#C`)
  const now = new Map(customers.map((customer) => [customer.sk, customer[field] as string | undefined]))
  return ({ customerId = '' }) => now.get(customerId) ?? ''
}
