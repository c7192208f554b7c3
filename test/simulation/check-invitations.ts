import { pathOf } from './acting.ts'
import { checkDays } from './check-days.ts'
import { ask } from './client.ts'
import type { Item } from './engine/item.ts'
import type { Ledger } from './ledger.ts'
import { mostInvitations } from './links-told.ts'
import { MEMBER, type Place } from './prepared.ts'
import { groupsBy, type Invited, invitedCut, type StoredAnswer, type StoredInvitation } from './recount.ts'
import type { World } from './world.ts'

/** Each link that was told is an invitation, none is more than one, and answers to them know when they were made. */
export function checkInvitations(ledger: Ledger, place: Place, answers: StoredAnswer[], items: Item[]): void {
  const there = items.filter(({ pk }) => pk === invitationsOf(place))
  const rows = there.filter(({ sk }) => sk.startsWith('R#')) as StoredInvitation[]
  const links = [...ledger.links.values()].filter((link) => link.place === place)
  // A customer who was erased and asked again has the address of before.
  const told = new Set(links.flatMap(({ path }) => path ?? [])).size
  const most = links.reduce((sum, link) => sum + mostInvitations(ledger, link), 0)
  if (rows.length < told || rows.length > most) {
    ledger.violation(`${place.name} has ${rows.length} invitations where ${told} to ${most} links were made.`)
  }
  const known = new Set(rows.map(({ invited }) => textOf(invited)))
  for (const { channel, deleted, invited, sk } of answers) {
    if (deleted || (channel === 'link' ? invited && known.has(textOf(invited)) : !invited)) continue
    ledger.violation(`${place.name} ${sk} answers the invitation ${invited && textOf(invited)}.`)
  }
  checkDays(ledger, {
    rows,
    heads: there.filter(({ sk }) => sk.startsWith('H#')),
    kept: items.filter(({ pk }) => pk === `W#${place.workspaceId}#G#${place.surveyId}#invited`),
    rowsOf: () => invitationsOf(place),
    groupOf: ({ invited }, cut) => (cut === 'all' ? '' : (invited[cut as keyof Invited] ?? '')),
    counted: ({ length: n }) => ({ n, questions: {} }),
  })
}

/** The response rate is what a recount of invitations and answers gives. */
export async function checkRate(world: World, place: Place, items: Item[]): Promise<void> {
  const { chance, ledger } = world
  const rows = items.filter(({ pk, sk }) => pk === invitationsOf(place) && sk.startsWith('R#')) as StoredInvitation[]
  if (rows.length === 0) return
  const by = chance.pick(['tier', 'owner', 'segment', 'day'] as const)
  const prefix = `W#${place.workspaceId}#S#${place.surveyId}#`
  const answers = items.filter(({ pk, invited }) => pk.startsWith(prefix) && invited) as StoredAnswer[]
  const came = groupsBy(answers, ({ invited }) => invitedCut(invited!, by))
  const right = [...groupsBy(rows, ({ invited }) => invited[by] ?? '')].map(([value, invited]) => {
    const days = new Set(invited.map((each) => invitedCut(each.invited, by)))
    const answered = [...days].reduce((sum, key) => sum + (came.get(key)?.length ?? 0), 0)
    return `${value} ${(answered / invited.length).toFixed(6)} of ${invited.length}`
  })
  const path = `${pathOf(place)}/figures?metric=RESPONSE_RATE&by=${by}`
  const { body } = (await ask(world, { method: 'GET', path, as: MEMBER }, ledger.violation))!
  const told = (body.rows as { value: string; n: number; figure: number }[]).map(({ value, n, figure }) => {
    return `${value} ${figure.toFixed(6)} of ${n}`
  })
  if (told.sort().join() !== right.sort().join()) ledger.violation(`${place.name} rates ${told}, not ${right}.`)
}

function invitationsOf({ workspaceId, surveyId }: Place): string {
  return `W#${workspaceId}#I#${surveyId}`
}

function textOf({ day, tier = '', owner = '', segment = '' }: Invited): string {
  return [day, tier, owner, segment].join('/')
}
