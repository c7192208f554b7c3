import { createHash } from 'node:crypto'
import { type Named, namedKeys, textOf } from './touched.ts'

/** What a request brings by which it may prove something. */
export type Caller = {
  about: string
  /** Nobody asked: what the schedule does. */
  isSchedule: boolean
  sub: string | undefined
  /** The workspace that the path names. */
  workspaceId: string | undefined
  /** A document key or link. */
  token: { id: string; hash: string } | undefined
  began: number
  /** Workspaces of codes and invitations that were looked up. */
  found: Set<string>
}

type Request = { method: string; url: string; headers: Headers }
/** How long something was there, in writes that were done; it still is where it has no end. */
type Presence = { until: number }
type Item = Record<string, unknown>
type Part = { Item?: Item; Key?: Item }

/**
 * Watches what is sent to DynamoDB for whom, from outside of the program, and names what is of another workspace.
 *
 * It keeps its own account of who is a member of what, and which keys, links, codes and invitations there are, out of
 * the writes that it sees; and it shares nothing with the program that could be wrong in both.
 */
export function newRecorder(before: Iterable<Item> = []) {
  const proofs = new Map<string, Presence>()
  const workspaces = new Set<string>()
  const foreign: string[] = []
  let operations = 0
  let writes = 0
  for (const item of before) put(item)

  /** A request begins. @param isSchedule Whether nobody asked for it. */
  function begins({ method, url, headers }: Request, isSchedule = false): Caller {
    const { pathname } = new URL(url)
    const [, workspaceId] = /^\/v1\/workspaces\/([^/]+)/.exec(pathname) ?? []
    const [, link] = /^\/[sfc]\/([^/]+)/.exec(pathname) ?? []
    const [, id, secret] = /^([^.]+)\.(.+)$/.exec(decoded(link) ?? headers.get('X-Document-Key') ?? '') ?? []
    const token = id && secret ? { id, hash: createHash('sha256').update(secret).digest('base64url') } : undefined
    const about = `${method} ${pathname}`
    const sub = subOf(headers.get('Authorization'))
    return { about, isSchedule, sub, workspaceId: decoded(workspaceId), token, began: writes, found: new Set() }
  }

  /** An operation is sent for a caller, whatever comes of it. */
  function sees(caller: Caller | undefined, operation: string, request: unknown): void {
    if (operation === 'SendMail') return
    operations++
    const keys = namedKeys(request)
    if (!caller) {
      if (keys[0]) tell('no request', operation, keys[0])
      return
    }
    if (caller.isSchedule) {
      const ids = new Set(keys.flatMap(({ pk }) => workspaceOf(pk) ?? []))
      if (ids.size > 1) tell(caller.about, operation, { pk: [...ids].join(' and '), sk: '' })
      return
    }
    for (const key of keys) if (!isOwn(caller, operation, key)) tell(caller.about, operation, key)
  }

  function tell(about: string, operation: string, { pk, sk }: Named): void {
    if (foreign.length < 20) foreign.push(`Foreign: ${operation} ${pk} ${sk} in ${about}`)
  }

  function isOwn(caller: Caller, operation: string, { pk, sk, workspaceId }: Named): boolean {
    const isRead = operation === 'GetItem' || operation === 'BatchGetItem' || operation === 'Query'
    const named = workspaceOf(sk)
    const id = workspaceOf(pk)
    if (id !== undefined) {
      const { token, sub } = caller
      if (operation === 'GetItem' && token?.id === id && sk.endsWith(`#${token.hash}`)) return true
      // What is not there is nobody's; a workspace is made by somebody who signed in.
      if (!workspaces.has(id)) return isRead || (sub !== undefined && caller.workspaceId === undefined)
      return isReachable(caller, id)
    }
    if (pk.startsWith('P#')) return pk === `P#${caller.sub}` || (named !== undefined && isReachable(caller, named))
    if (pk.startsWith('C#') || pk.startsWith('E#')) {
      if (isRead) look(caller, pk)
      const of = workspaceId ?? named
      return of === undefined ? caller.sub !== undefined : isReachable(caller, of)
    }
    return (pk.startsWith('DUE#') || pk === 'WS') && !isRead
  }

  /** What is looked up by a code or an address leads to the workspaces that it names. */
  function look(caller: Caller, pk: string): void {
    for (const proof of proofs.keys()) if (proof.startsWith(`${pk} `)) caller.found.add(proof.slice(pk.length + 1))
  }

  function isReachable(caller: Caller, id: string): boolean {
    const { sub, token, workspaceId, found } = caller
    const isMember = was(caller, `P#${sub} ${id}`)
    const isHolder = token?.id === id && was(caller, `K#${token.hash} ${id}`)
    if (workspaceId !== undefined) return id === workspaceId && (isMember || isHolder)
    return isMember || isHolder || found.has(id)
  }

  /** Whether a proof was there at any time since a request began. */
  function was({ began }: Caller, proof: string): boolean {
    return (proofs.get(proof)?.until ?? -1) >= began
  }

  /** An operation was done. */
  function did(operation: string, request: unknown): void {
    const { TransactItems, ...alone } = request as { TransactItems?: Record<string, Part>[] } & Part
    const parts = operation === 'TransactWriteItems' ? TransactItems! : [{ [operation.replace('Item', '')]: alone }]
    writes++
    for (const { Put, Delete } of parts) {
      if (Put?.Item) put(Put.Item)
      if (Delete?.Key) gone(Delete.Key)
    }
  }

  function put(item: Item): void {
    const id = workspaceOf(textOf(item.pk))
    if (id !== undefined) workspaces.add(id)
    for (const proof of proofsOf(item)) proofs.set(proof, { until: Number.POSITIVE_INFINITY })
  }

  function gone(key: Item): void {
    for (const proof of proofsOf(key)) proofs.set(proof, { until: writes })
  }

  return {
    begins,
    sees,
    did,
    foreign,
    operations: () => operations,
  }
}

export type Recorder = ReturnType<typeof newRecorder>

/** What an item proves, by what a caller brings: `P#sub ws`, `K#hash ws`, `C#hash ws`, `E#hash ws`. */
function proofsOf({ pk, sk, workspaceId }: Item): string[] {
  const [at, under] = [textOf(pk), textOf(sk)]
  if (/^[PE]#/.test(at)) return [workspaceOf(under)].flatMap((id) => (id === undefined ? [] : `${at} ${id}`))
  if (at.startsWith('C#')) return workspaceId === undefined ? [] : [`${at} ${textOf(workspaceId)}`]
  const hash = /^\w+#([\w-]{43})$/.exec(under)?.[1]
  return hash && workspaceOf(at) !== undefined ? [`K#${hash} ${workspaceOf(at)}`] : []
}

function workspaceOf(key: string): string | undefined {
  return /^W#([^#]+)/.exec(key)?.[1]
}

/** Whom a bearer's token names: the simulation's are names, others JWTs. */
function subOf(header: string | null): string | undefined {
  const [, token] = /^Bearer +(\S+)$/i.exec(header ?? '') ?? []
  const [, payload, ...more] = token?.split('.') ?? []
  if (payload === undefined || more.length !== 1) return token
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString()).sub
  } catch {
    return undefined
  }
}

function decoded(part: string | undefined): string | undefined {
  try {
    return part === undefined ? undefined : decodeURIComponent(part)
  } catch {
    return part
  }
}
