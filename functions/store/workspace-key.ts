import type { InferOutput } from 'valibot'
import { object, picklist, string, union } from 'valibot'
import { digest, newId } from '../secrets.ts'
import { audienceCodeSchema } from './audience-code.ts'
import { feedbackLinkSchema, formLinkSchema } from './complaint-link.ts'
import { findDocumentKey } from './document-key.ts'
import { linkSchema } from './link.ts'
import type { ItemKey, Table } from './table.ts'
import { findItem, itemsIn, prefixed, queried } from './table.ts'
import { NOBODY } from './wall.ts'

declare const checked: unique symbol

/** A partition key. Only this file can make one, so nothing is read or written outside a proven workspace. */
export type Partition = string & { readonly [checked]: true }

export const roleSchema = picklist(['admin', 'editor', 'viewer'])
export type Role = InferOutput<typeof roleSchema>

/** `P#sub`, `W#ws`: read at every request of a person, so that a role that is lost is lost at once. */
const membershipSchema = object({ workspaceId: string(), role: roleSchema, joinedAt: string() })

/** `E#hash`, `W#ws`: that an e-mail address was invited. */
const invitedSchema = object({ workspaceId: string(), invitationId: string() })

const holderSchema = union([linkSchema, feedbackLinkSchema, formLinkSchema])

/** Where workspaces are listed in the first index, by id. */
const LISTED = 'WS'

/** Where the audit keeps how far it is: of no workspace. */
export const auditPartition = 'AUDIT' as Partition

/** Where a one-time code lies: outside of its workspace, which is found by it. */
export function codeKey(codeHash: string): ItemKey {
  return { pk: `C#${codeHash}` as Partition, sk: 'CODE' }
}

/** Where it lies that an address was invited to a workspace, by the address's keyed hash: whoever has it finds it there. */
export function invitedKey(emailHash: string, workspaceId: string): ItemKey {
  return { pk: invitedPartition(emailHash), sk: `W#${workspaceId}` }
}

function invitedPartition(emailHash: string): Partition {
  return `E#${emailHash}` as Partition
}

/** A person's own corner of the table: memberships, and the operations that create workspaces. */
export class PersonKey {
  readonly sub: string

  /** @param person Somebody whose token was verified, or whom a workspace lists as its member. */
  constructor(person: { sub: string }) {
    this.sub = person.sub
  }

  partition(): Partition {
    return `P#${this.sub}` as Partition
  }
}

/** Proof that the caller may act inside one workspace, and the only maker of its partition keys. */
export class WorkspaceKey {
  readonly id: string

  private constructor(id: string) {
    this.id = id
  }

  /** `W#id` followed by the parts, such as `W#id#S#survey#0`. */
  partition(...parts: (string | number)[]): Partition {
    for (const part of parts)
      if (!/^[\w-]+$/.test(String(part))) throw new Error('A key part holds a forbidden character.')
    return ['W', this.id, ...parts].join('#') as Partition
  }

  /** The workspace that somebody is a member of, and as what; undefined for strangers. */
  static async ofMember(table: Table, person: { sub: string }, id: string) {
    const pk = new PersonKey(person).partition()
    const membership = await findItem(table, membershipSchema, { pk, sk: `W#${id}` })
    return membership && { workspace: new WorkspaceKey(id), membership }
  }

  /** The workspaces that somebody is a member of, and as what. */
  static async allOfMember(table: Table, person: { sub: string }) {
    const found = []
    for await (const membership of itemsIn(table, membershipSchema, prefixed(new PersonKey(person).partition(), 'W#')))
      found.push({ workspace: new WorkspaceKey(membership.workspaceId), membership })
    return found
  }

  /** The workspaces that an e-mail address was invited to, by its keyed hash, and with which invitation. */
  static async allOfInvited(table: Table, emailHash: string) {
    const found = []
    for await (const invited of itemsIn(table, invitedSchema, prefixed(invitedPartition(emailHash), 'W#')))
      found.push({ workspace: new WorkspaceKey(invited.workspaceId), invitationId: invited.invitationId })
    return found
  }

  /** The workspace of a document key `ws.secret`, and what it is for; undefined unless it exists. */
  static async ofDocument(table: Table, token: string) {
    const { id, secretHash } = tokenParts(token)
    const workspace = new WorkspaceKey(id)
    const key = await findDocumentKey(table, workspace, secretHash)
    return key && { workspace, key }
  }

  /** The workspace of a public link `ws.secret`, and what it is for; undefined unless it exists. */
  static async ofHolder(table: Table, token: string) {
    const { id, secretHash } = tokenParts(token)
    const workspace = new WorkspaceKey(id)
    const holder = await findItem(table, holderSchema, { pk: workspace.partition(), sk: `K#${secretHash}` })
    return holder && { workspace, holder, secretHash }
  }

  /** The workspace of a one-time code, by its keyed hash, and what it is for; undefined unless there is such a code. */
  static async ofCode(table: Table, codeHash: string) {
    const key = codeKey(codeHash)
    const code = await findItem(table, audienceCodeSchema, key)
    return code && { workspace: new WorkspaceKey(code.workspaceId), code, key }
  }

  /** A workspace that is about to be created, under a fresh id. */
  static ofNew() {
    return new WorkspaceKey(newId())
  }

  /** Where nothing lies: what cannot be opened is looked for there, so that nobody tells by the time it takes. */
  static ofNobody() {
    return new WorkspaceKey(NOBODY)
  }

  /** The attributes by which `listed` finds it. */
  listing() {
    return { gsi1pk: LISTED, gsi1sk: this.id }
  }

  /** All workspaces by id, from one on; no request leads here. One made within the last second may not be listed yet. */
  static async *listed(table: Table, from = ''): AsyncGenerator<WorkspaceKey> {
    const found = queried(table, {
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :listed AND gsi1sk >= :from',
      // The least that an id can begin with.
      ExpressionAttributeValues: { ':listed': LISTED, ':from': from || '-' },
    })
    for await (const { gsi1sk } of found) yield new WorkspaceKey(String(gsi1sk))
  }

  /** The workspace of an item that the audit came upon in its walk; no request leads here. */
  static ofScanned(pk: string) {
    const [kind, id] = pk.split('#')
    if (kind !== 'W' || !id) throw new Error('The item belongs to no workspace.')
    return new WorkspaceKey(id)
  }

  /** The workspace of an entry `dueAt#ws#id` of the due index, which only the schedule reads. */
  static ofDueEntry(entry: string) {
    const [, id] = entry.split('#')
    if (!id) throw new Error('A due entry names no workspace.')
    return new WorkspaceKey(id)
  }
}

/** What can't be a token is looked up too, so that nobody tells by the time it takes. */
function tokenParts(token: string): { id: string; secretHash: string } {
  const [, id = NOBODY, secret = 'none'] = /^([\w-]{1,64})\.([\w-]{20,128})$/.exec(token) ?? []
  return { id, secretHash: digest(secret) }
}
