import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { digest } from '../secrets.ts'
import type { Table } from './table.ts'
import { type Touched, touchedKeys } from './touched-keys.ts'

/**
 * What a request brings by which it may prove something: the workspace that its path names, keys and links `ws.secret`.
 * `entrusted` is a workspace that has not to be proven, of what the schedule came upon.
 */
export type Claims = { workspaceId?: string | undefined; tokens?: (string | undefined)[]; entrusted?: string }

/** An operation on what the request has not proven to be its own. Says nothing of it: errors are logged. */
export class Breach extends Error {
  override name = 'Breach'
}

/** Where is looked for what cannot be there, so that nobody tells by the time it takes. */
export const NOBODY = 'none'

/**
 * A second wall between workspaces, around the client that one request works with, whatever handlers ask of it: an
 * operation on a key of another workspace is refused before it is sent.
 *
 * Which workspace a request may reach is learned from what comes back from the table, and from nothing that the store
 * believes: the membership of the person whose token was verified, or the item of a key, link or code that was shown.
 */
export function walled<T extends Table>(backend: T, { workspaceId, tokens = [], entrusted }: Claims) {
  const proven = new Set(entrusted === undefined ? [] : [entrusted])
  const codes = new Set<string>()
  const shown = new Set(tokens.flatMap((token) => (token ? holderPlaces(token) : [])))
  let person: string | undefined
  let invited: string | undefined
  let breach: Breach | undefined

  const db = Object.create(backend.db, { send: { value: send } }) as DynamoDBDocumentClient

  async function send(command: { input: object }): Promise<unknown> {
    const keys = touchedKeys(command)
    const made = keys && madeWorkspace(keys)
    const isOurs = keys?.every((key) => isOwn(key, made))
    // Of a workspace that is about to be made can be read that it is not there yet, and nothing else.
    const isAbsence = command instanceof GetCommand && person !== undefined && workspaceId === undefined
    if (!keys || !(isOurs || isAbsence)) throw breached()
    const reply = await backend.db.send(command as never)
    const { Item } = reply as { Item?: Record<string, unknown> }
    if (!isOurs && Item) throw breached()
    if (command instanceof GetCommand) learn(keys[0]!, Item)
    if (command instanceof QueryCommand) for (const item of (reply as { Items?: Item[] }).Items ?? []) learnListed(item)
    if (made) proven.add(made)
    return reply
  }

  function breached(): Breach {
    breach = new Breach('An operation is on what the request has not proven to be its own.')
    return breach
  }

  function isOwn({ kind, pk, sk, item }: Touched, made: string | undefined): boolean {
    const [corner, of = ''] = pk.split('#')
    const isProven = (id: unknown) => proven.has(id as string) || (made !== undefined && id === made)
    if (corner === 'W') return isProven(of) || (kind === 'read' && (of === NOBODY || shown.has(`${pk} ${sk}`)))
    // A member's corner says of each workspace that they belong to it: that is the workspace's to say, too.
    if (corner === 'P') return pk === person || (sk.startsWith('W#') && isProven(sk.slice('W#'.length)))
    // Where somebody finds what their address was invited to; to put it there, or take it away, is the workspace's.
    if (corner === 'E')
      return (kind === 'read' && pk === invited) || (kind === 'write' && isProven(sk.slice('W#'.length)))
    if (corner === 'C') return kind === 'read' ? person !== undefined : codes.has(pk) || isProven(item?.workspaceId)
    if (corner === 'DUE') return kind === 'write' && isProven(sk.split('#')[1])
    if (corner === 'WS') return kind === 'write' && isProven(sk)
    return false
  }

  /** The workspace that a transaction makes: nothing was there, and its maker becomes a member. */
  function madeWorkspace(keys: Touched[]): string | undefined {
    const [, id] = /^W#([\w-]+)$/.exec(keys.find(({ sk, isNew }) => sk === 'META' && isNew)?.pk ?? '') ?? []
    return keys.some(({ pk, sk }) => pk === person && sk === `W#${id}`) ? id : undefined
  }

  /** What an item proves that was found. */
  function learn({ pk, sk }: Touched, item: Record<string, unknown> | undefined): void {
    if (!item) return
    const isNamed = (id: string) => workspaceId === undefined || id === workspaceId
    if (pk === person && sk.startsWith('W#') && isNamed(sk.slice('W#'.length))) proven.add(sk.slice('W#'.length))
    const [, holds = ''] = pk.split('#')
    if (shown.has(`${pk} ${sk}`) && isNamed(holds)) proven.add(holds)
    if (pk.startsWith('C#')) {
      codes.add(pk)
      proven.add(String(item.workspaceId))
    }
  }

  /** What the caller's own lists prove: of workspaces that they belong to, or that their address was invited to. */
  function learnListed({ pk, sk }: Item): void {
    if (workspaceId !== undefined || typeof sk !== 'string' || !sk.startsWith('W#')) return
    if (pk !== undefined && (pk === invited || pk === person)) proven.add(sk.slice('W#'.length))
  }

  return {
    backend: { ...backend, db },
    /** Takes somebody for the caller whose token was verified. @param addressHash Of the e-mail address that it names. */
    knows<P extends { sub: string }>(caller: P, addressHash?: string): P {
      person = `P#${caller.sub}`
      invited = addressHash && `E#${addressHash}`
      return caller
    },
    /** Has a breach fail the request, whatever became of its error. @throws Breach */
    end(): void {
      if (breach) throw breach
    },
  }
}

type Item = { pk?: unknown; sk?: unknown }

/** Where the item of a link or document key may lie. */
function holderPlaces(token: string): string[] {
  const [id, secret] = token.split('.')
  if (!id || !secret) return []
  const hash = digest(secret)
  return [`W#${id} K#${hash}`, `W#${id} D#${hash}`]
}
