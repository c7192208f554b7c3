import type { Plant } from '../program.ts'
import type { TeamAction } from './team-world.ts'

/** A bug to put into what a team's worlds are about; found soonest in worlds where only this is done. */
export type TeamPlant = Omit<Plant, 'theme'> & { does?: TeamAction[] }

const PEOPLE: TeamAction[] = ['join', 'changeMember', 'changeMember', 'tryRole', 'tryRole']
export const SHARING: TeamAction[] = ['publish', 'publish', 'useKey', 'useKey', 'makeKey', 'addAudience']
const KEYS: TeamAction[] = ['renewKey', 'outlive', 'outlive', 'useKey']

/** Bugs that a simulation of a team must find: what each text of the program is replaced by. */
export const teamPlants: TeamPlant[] = [
  {
    name: 'somebody who is taken out may go on',
    does: PEOPLE,
    file: 'functions/store/member.ts',
    from: '{ Delete: { Key: checkedKey(workspace, sub), ...asRead } },',
    to: '',
  },
  {
    name: 'a role is changed in the list alone',
    does: PEOPLE,
    file: 'functions/store/member.ts',
    from: "asBefore(checkedKey(workspace, before.sub), 'SET #role = :role', {}),",
    to: '',
  },
  {
    name: 'the trail forgets the entry before',
    does: PEOPLE,
    file: 'functions/store/audit-trail.ts',
    from: 'before: last.seal }',
    to: "before: '' }",
  },
  {
    name: 'a customer who was mirrored is never changed',
    does: ['mirror'],
    file: 'functions/store/customer.ts',
    from: 'before.get(item.id)?.digest !== item.digest',
    to: '!before.has(item.id)',
  },
  {
    name: 'pages of a publication are readable one by one',
    does: SHARING,
    file: 'functions/kpi/publish-kpis.ts',
    from: 'if (more && id) {',
    to: 'if (more && id && attempt > 9) {',
  },
  {
    name: 'whom figures are not given to any more keeps those of before',
    does: SHARING,
    file: 'functions/kpi/publish-kpis.ts',
    from: 'const stays = audience.series.filter(({ id }) => !taken.has(id) && !isLost(id))',
    to: `const isNamed = pages.some(({ audiences }) => audiences.includes(audience.audienceId))
    const stays = audience.series.filter(({ id }) => !isNamed || (!taken.has(id) && !isLost(id)))`,
  },
  {
    name: 'a key that was renewed ends at once',
    does: KEYS,
    file: 'functions/routes/document-keys.ts',
    from: 'ending(workspace, before.keyId, expiresAt),',
    to: 'revocation(workspace, before.keyId),',
  },
  {
    name: 'a key that was renewed goes on for ever',
    does: KEYS,
    file: 'functions/store/document-key.ts',
    from: 'return expiresAt !== undefined && Date.parse(expiresAt) <= now.getTime()',
    to: 'return expiresAt !== undefined && Date.parse(expiresAt) <= now.getTime() - 60_000',
  },
  {
    name: 'an operation that is asked again is answered otherwise each time',
    does: ['mirror', 'join'],
    file: 'functions/store/operation.ts',
    from: 'return { result: found.result as R }',
    to: 'return { result: { ...(found.result as object), again: Math.random() } as R }',
  },
]

/** Each of the two is mended by the other: a spreadsheet whose audience was removed reads on where both are there. */
export const audiencePlants: TeamPlant[] = [
  {
    name: 'the keys of an audience stay where it is removed',
    file: 'functions/kpi/change-audiences.ts',
    from: 'await transact(backend, unlinkWrites(workspace, audienceId, keyId))',
    to: 'if (keyId === audienceId) await transact(backend, unlinkWrites(workspace, audienceId, keyId))',
  },
  {
    name: 'a key reads for an audience that is gone',
    file: 'functions/kpi/readable-kpis.ts',
    from: "if (!audience) throw new InputError('documentKeyOver', undefined)",
    to: "if (!audience) return { audience: '', series: [] }",
  },
]
