import type { InferOutput } from 'valibot'
import { array, object, optional, string } from 'valibot'
import type { ItemKey, Table, Write } from './table.ts'
import { findItem, itemsIn, prefixed } from './table.ts'
import { invitedKey, roleSchema, type WorkspaceKey } from './workspace-key.ts'

/** `W#ws`, `INV#id`: somebody who may become a member, by the e-mail address that Google says is theirs. */
const memberInvitationSchema = object({
  /** Of workspace and address, so that there is one an address. */
  invitationId: string(),
  /** As it was typed; compared in lower case. */
  email: string(),
  role: roleSchema,
  positions: array(string()),
  invitedBy: object({ name: string(), email: string() }),
  createdAt: string(),
  expiresAt: string(),
  /** The operation that made it: an invitation that is sent anew is another one. */
  madeBy: string(),
  /** Who took it: from then on the membership goes by their `sub`, whatever becomes of the address. */
  accepted: optional(object({ sub: string(), at: string() })),
  declinedAt: optional(string()),
})
export type MemberInvitation = InferOutput<typeof memberInvitationSchema>

export const INVITATION_DAYS = 14
const DAY = 86_400
/** So long after its end it can be seen what became of it. */
const KEPT_DAYS = 30

/** Those that wait for an answer, were declined or ran out, the latest first. */
export async function memberInvitations(table: Table, workspace: WorkspaceKey): Promise<MemberInvitation[]> {
  const found: MemberInvitation[] = []
  const span = prefixed(workspace.partition(), 'INV#')
  for await (const each of itemsIn(table, memberInvitationSchema, span)) if (!each.accepted) found.push(each)
  return found.sort((a, b) => (a.createdAt > b.createdAt ? -1 : a.createdAt < b.createdAt ? 1 : 0))
}

export function findMemberInvitation(table: Table, workspace: WorkspaceKey, id: string) {
  return findItem(table, memberInvitationSchema, invitationKey(workspace, id))
}

/** Whether it can be accepted. */
export function isOpenInvitation({ accepted, declinedAt, expiresAt }: MemberInvitation, now: string): boolean {
  return !accepted && !declinedAt && expiresAt > now
}

/**
 * The writes that invite an address, in the place of an invitation that it had.
 *
 * @param emailHash Keyed, of the address in lower case: where whoever has that address finds it.
 */
export function memberInvitationWrites(
  workspace: WorkspaceKey,
  emailHash: string,
  invitation: MemberInvitation,
  before: MemberInvitation | undefined,
): Write[] {
  const { invitationId, expiresAt } = invitation
  const ends = Math.ceil(Date.parse(expiresAt) / 1000)
  const asBefore = before ? asRead(before) : { ConditionExpression: 'attribute_not_exists(pk)' }
  const ttl = ends + KEPT_DAYS * DAY
  return [
    { Put: { Item: { ...invitationKey(workspace, invitationId), ...invitation, ttl }, ...asBefore } },
    {
      Put: {
        Item: {
          ...invitedKey(emailHash, workspace.id),
          workspaceId: workspace.id,
          invitationId,
          ttl: ends + DAY,
        },
      },
    },
  ]
}

/** The writes that keep an answer, after which its address finds the invitation no more; refused where it has changed. */
export function answerWrites(
  workspace: WorkspaceKey,
  emailHash: string,
  before: MemberInvitation,
  answer: Pick<MemberInvitation, 'accepted' | 'declinedAt'>,
): Write[] {
  const [[name, value]] = Object.entries(answer) as [[string, unknown]]
  const { ExpressionAttributeValues, ...asBefore } = asRead(before)
  return [
    {
      Update: {
        Key: invitationKey(workspace, before.invitationId),
        UpdateExpression: 'SET #answer = :answer',
        ...asBefore,
        ExpressionAttributeNames: { '#answer': name },
        ExpressionAttributeValues: { ...ExpressionAttributeValues, ':answer': value },
      },
    },
    { Delete: { Key: invitedKey(emailHash, workspace.id) } },
  ]
}

/** The writes that withdraw an invitation; refused where it was accepted, or sent anew, since it was read. */
export function invitationRemoval(workspace: WorkspaceKey, emailHash: string, before: MemberInvitation): Write[] {
  return [
    { Delete: { Key: invitationKey(workspace, before.invitationId), ...asRead(before) } },
    { Delete: { Key: invitedKey(emailHash, workspace.id) } },
  ]
}

/** That it is the one that was read, and was not answered since. */
function asRead({ madeBy, accepted, declinedAt }: MemberInvitation) {
  const was = (name: string, value: unknown) => `attribute_${value === undefined ? 'not_' : ''}exists(${name})`
  return {
    ConditionExpression: `madeBy = :madeBy AND ${was('accepted', accepted)} AND ${was('declinedAt', declinedAt)}`,
    ExpressionAttributeValues: { ':madeBy': madeBy },
  }
}

function invitationKey(workspace: WorkspaceKey, id: string): ItemKey {
  return { pk: workspace.partition(), sk: `INV#${id}` }
}
