import type { GetCommandInput } from '@aws-sdk/lib-dynamodb'
import { object, string } from 'valibot'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { caller } from '../../functions/request/caller.ts'
import { cursorText, placeAt } from '../../functions/request/cursor.ts'
import { digest, digestOf, newId, newSecret, opened, sameText, sealed, signature } from '../../functions/secrets.ts'
import { dayHeadWrite, rowStamp } from '../../functions/store/day-head.ts'
import {
  type DocumentKey,
  documentKeyRemoval,
  documentKeys,
  documentKeyWrite,
  ending,
  findDocumentKey,
  isOver,
  noteUse,
  revocation,
} from '../../functions/store/document-key.ts'
import { auditPartition, codeKey, invitedKey, PersonKey, WorkspaceKey } from '../../functions/store/workspace-key.ts'
import { bareTable } from './bare-table.ts'

const at = '2026-03-10T08:00:00.000Z'
const secret = 's'.repeat(43)
const place = (id: string) => WorkspaceKey.ofScanned(`W#${id}`)

let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

/** The keys that `work` asked for. */
async function asked(work: (watched: typeof table) => Promise<unknown>): Promise<unknown[]> {
  const keys: unknown[] = []
  const send = (command: { input: GetCommandInput }) => {
    keys.push(command.input.Key)
    return table.db.send(command as never)
  }
  await work({ ...table, db: { send } as never })
  return keys
}

/** A key as it is kept, under the hash of its secret. */
function keyOf(secret: string, change: Partial<DocumentKey> = {}): DocumentKey {
  const about = { spreadsheetId: 'sheet', title: 'Team', grants: ['figures' as const], createdBy: 'ada@example.com' }
  return { keyId: digest(secret), ...about, createdAt: at, ...change }
}

async function putKey(id: string, own: string, change?: Partial<DocumentKey>): Promise<DocumentKey> {
  const key = keyOf(own, change)
  await table.put(documentKeyWrite(place(id), key).Put?.Item as never)
  return key
}

const putLink = (id: string, own: string) =>
  table.put({ pk: `W#${id}`, sk: `K#${digest(own)}`, kind: 'survey', surveyId: 's', createdAt: at })

describe('secrets', () => {
  test('ids are 16 letters, each another', () => {
    expect(newId()).toMatch(/^[\w-]{16}$/)
    expect(new Set(Array.from({ length: 100 }, newId)).size).toBe(100)
  })
  test('digests are SHA-256, of values whatever the order of their keys', () => {
    expect(digest('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0')
    const orders = ['abc', 'acb', 'bac', 'bca', 'cab', 'cba'].map((keys) =>
      digestOf({ list: [{ ...Object.fromEntries([...keys].map((key) => [key, key])) }], none: null }),
    )
    expect(new Set(orders).size).toBe(1)
    expect(orders[0]).toBe(digest('{"list":[{"a":"a","b":"b","c":"c"}],"none":null}'))
    expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]))
    expect(digestOf('text')).toBe(digest('"text"'))
  })
  test('signatures are HMACs under the key, of the parts as they are parted', () => {
    expect(signature('key', 'a', 'bc')).toBe('lQNQJlSRvxX-gR_Wu0CjmIQO_DQK_5uPZ9oNLGggin4')
    expect(signature('key', 'ab', 'c')).not.toBe(signature('key', 'a', 'bc'))
    expect(signature('other', 'a', 'bc')).not.toBe(signature('key', 'a', 'bc'))
  })
  test('secrets are 43 characters; what is sealed opens under the same key for the same thing alone', () => {
    expect(newSecret()).toMatch(/^[\w-]{43}$/)
    expect(new Set(Array.from({ length: 100 }, newSecret)).size).toBe(100)
    const text = sealed('key', 'a secret', 'a', 'bc')
    expect(text).not.toBe(sealed('key', 'a secret', 'a', 'bc'))
    expect(Buffer.from(text, 'base64url')).toHaveLength(12 + 16 + 'a secret'.length)
    expect(opened('key', text, 'a', 'bc')).toBe('a secret')
    // Records of operations keep what was sealed before.
    const before = 'BBNOuWfALLutUi57c7Zd-cVCTUpYpuKq58MR3v6upD7s4ru2'
    expect(opened('k'.repeat(32), before, 'one', 'two')).toBe('a secret')
    expect(() => opened('key', text, 'ab', 'c')).toThrow()
    expect(() => opened('other', text, 'a', 'bc')).toThrow()
    const bytes = Buffer.from(text, 'base64url')
    for (let byte = 0; byte < bytes.length; byte++) {
      const altered = Buffer.from(bytes)
      altered[byte]! ^= 1
      expect(() => opened('key', altered.toString('base64url'), 'a', 'bc'), `byte ${byte}`).toThrow()
    }
  })
  test('texts are the same or not, of whatever length', () => {
    expect([sameText('a', 'a'), sameText('a', 'b'), sameText('a', 'ab'), sameText('', '')]).toEqual([
      ...[true, false, false, true],
    ])
  })
})

describe('partition keys', () => {
  test('parts are letters, digits, - and _', () => {
    expect(place('ws').partition()).toBe('W#ws')
    expect(place('ws').partition('S', 'sur-vey_1', 0)).toBe('W#ws#S#sur-vey_1#0')
    for (const part of ['', '#', 'a#b', 'a b', '#a', 'a#', 'ä'])
      expect(() => place('ws').partition('S', part), part).toThrow('A key part holds a forbidden character.')
    expect([auditPartition, new PersonKey({ sub: 'ada' }).partition()]).toEqual(['AUDIT', 'P#ada'])
    expect(codeKey('hash')).toEqual({ pk: 'C#hash', sk: 'CODE' })
    expect(invitedKey('hash', 'ws')).toEqual({ pk: 'E#hash', sk: 'W#ws' })
    expect(WorkspaceKey.ofNobody().partition()).toBe('W#none')
    expect(WorkspaceKey.ofNew().id).toMatch(/^[\w-]{16}$/)
  })
  test('a membership alone leads to a workspace', async () => {
    await table.put({ pk: 'P#ada', sk: 'W#ws', workspaceId: 'ws', name: 'Team', role: 'editor', joinedAt: at })
    const found = await WorkspaceKey.ofMember(table, { sub: 'ada' }, 'ws')
    expect([found?.workspace.id, found?.membership.role]).toEqual(['ws', 'editor'])
    expect(await WorkspaceKey.ofMember(table, { sub: 'bob' }, 'ws')).toBeUndefined()
    expect(await WorkspaceKey.ofMember(table, { sub: 'ada' }, 'other')).toBeUndefined()
    const all = await WorkspaceKey.allOfMember(table, { sub: 'ada' })
    expect(all.map(({ workspace, membership }) => [workspace.id, membership.role])).toEqual([['ws', 'editor']])
    expect(await WorkspaceKey.allOfMember(table, { sub: 'bob' })).toEqual([])
  })
  test('an address leads to the workspaces that it was invited to', async () => {
    await table.put({ ...invitedKey('hash', 'ws'), workspaceId: 'ws', invitationId: 'i' })
    await table.put({ ...invitedKey('hash', 'ws'), sk: 'another', workspaceId: 'ws', invitationId: 'j' })
    const found = await WorkspaceKey.allOfInvited(table, 'hash')
    expect(found.map(({ workspace, invitationId }) => [workspace.id, invitationId])).toEqual([['ws', 'i']])
    expect(await WorkspaceKey.allOfInvited(table, 'other')).toEqual([])
  })
  test('so does a key or link, whole and of the right length; what is none is looked for all the same', async () => {
    const longest = { id: 'w'.repeat(64), secret: 's'.repeat(128) }
    const good: [string, string][] = [
      ['ws', secret],
      ['w', 's'.repeat(20)],
      [longest.id, longest.secret],
    ]
    const bad: [string, string][] = [
      ['ws', 's'.repeat(19)],
      ['ws', 's'.repeat(129)],
      ['w'.repeat(65), secret],
    ]
    for (const [id, own] of [...good, ...bad]) await Promise.all([putKey(id, own), putLink(id, own)])
    for (const [id, own] of good) {
      const link = await WorkspaceKey.ofHolder(table, `${id}.${own}`)
      expect([link?.workspace.id, link?.secretHash, link?.holder.kind]).toEqual([id, digest(own), 'survey'])
      const found = await WorkspaceKey.ofDocument(table, `${id}.${own}`)
      expect([found?.workspace.id, found?.key]).toEqual([id, keyOf(own)])
    }
    const tokens = [...bad.map(([id, own]) => `${id}.${own}`), '', 'ws', secret, `x ws.${secret}`, `ws.${secret} x`]
    for (const token of [...tokens, `w#s.${secret}`, `ws.${secret.slice(1)}#`, `.${secret}`]) {
      for (const [kind, of] of [['K', WorkspaceKey.ofHolder] as const, ['D', WorkspaceKey.ofDocument] as const]) {
        const nobody = { pk: 'W#none', sk: `${kind}#${digest('none')}` }
        expect(await asked((watched) => of(watched, token)), token).toEqual([nobody])
        expect(await of(table, token), token).toBeUndefined()
      }
    }
    expect(await WorkspaceKey.ofHolder(table, `ws.${'t'.repeat(43)}`)).toBeUndefined()
    expect(await WorkspaceKey.ofDocument(table, `ws.${'t'.repeat(43)}`)).toBeUndefined()
  })
  test('so does a code', async () => {
    const code = { workspaceId: 'ws', audienceId: 'a', expiresAt: at, ttl: 1 }
    await table.put({ ...codeKey('hash'), ...code })
    const found = await WorkspaceKey.ofCode(table, 'hash')
    expect(found).toMatchObject({ workspace: { id: 'ws' }, key: codeKey('hash') })
    expect(await WorkspaceKey.ofCode(table, 'other')).toBeUndefined()
  })
  test('what the audit and the schedule come upon names its workspace', () => {
    expect(place('ws').id).toBe('ws')
    expect(WorkspaceKey.ofScanned('W#ws#S#survey').id).toBe('ws')
    for (const pk of ['P#ada', 'W#', 'W', ''])
      expect(() => WorkspaceKey.ofScanned(pk), pk).toThrow('The item belongs to no workspace.')
    expect(WorkspaceKey.ofDueEntry(`${at}#ws#id`).id).toBe('ws')
    expect(() => WorkspaceKey.ofDueEntry(at)).toThrow('A due entry names no workspace.')
  })
})

describe('document keys', () => {
  const now = new Date(at)
  const ago = (hours: number, ms = 0) => new Date(now.getTime() - hours * 3_600_000 - ms).toISOString()
  const team = place('keys')

  test('lie under the hash of their secret, and are put, ended and revoked as such alone', async () => {
    const key = await putKey('found', 'audience-key-of-20-letters', { audience: 'leaders' })
    expect(await findDocumentKey(table, place('found'), key.keyId)).toEqual(key)
    expect(await findDocumentKey(table, place('found'), 'none')).toBeUndefined()
    const Key = { pk: 'W#found', sk: 'D#hash' }
    const exists = { Key, ConditionExpression: 'attribute_exists(pk)' }
    expect(documentKeyWrite(place('found'), key).Put?.ConditionExpression).toBe('attribute_not_exists(pk)')
    expect(revocation(place('found'), 'hash')).toEqual({ Delete: exists })
    expect(documentKeyRemoval(place('found'), 'hash')).toEqual({ Delete: { Key } })
    expect(ending(place('found'), 'hash', '2026-03-11T08:00:00.001Z').Update).toMatchObject({
      Key,
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(expiresAt)',
      ExpressionAttributeValues: { ':at': '2026-03-11T08:00:00.001Z', ':ttl': 1_773_216_001 },
    })
  })
  test('are over from their end on; those that are good are listed, the newest first', async () => {
    const made = [
      keyOf('first', { createdAt: ago(3) }),
      keyOf('third', { createdAt: ago(1) }),
      keyOf('second', { createdAt: ago(2), expiresAt: ago(0, -1) }),
      keyOf('over', { expiresAt: at }),
    ]
    expect(made.map((key) => isOver(key, now))).toEqual([false, false, false, true])
    for (const key of made) await table.put(documentKeyWrite(team, key).Put?.Item as never)
    await table.put({ pk: 'W#keys', sk: 'E#another kind' })
    const [first, third, second] = made
    expect(await documentKeys(table, team, now)).toEqual([third, second, first])
  })
  test('their use is kept once an hour, of none that is gone', async () => {
    const key = await putKey('used', 'used')
    const used = async () => (await findDocumentKey(table, place('used'), key.keyId))?.lastUsedAt
    await noteUse(table, place('used'), key, new Date(ago(1)))
    expect(await used()).toBe(ago(1))
    // It came with what was read before another request kept its own.
    await noteUse(table, place('used'), key, new Date(ago(0, 1)))
    expect(await used()).toBe(ago(1))
    const again = { ...key, lastUsedAt: ago(1) }
    expect(await asked((watched) => noteUse(watched, place('used'), again, new Date(ago(0, 1))))).toEqual([])
    await noteUse(table, place('used'), again, now)
    expect(await used()).toBe(at)
    await noteUse(table, place('used'), keyOf('gone'), now)
    expect(await findDocumentKey(table, place('used'), digest('gone'))).toBeUndefined()
  })
})

describe('day heads', () => {
  test('a row adds a number of its own, from 1 to 2^24', () => {
    expect(rowStamp('a')).toBe(13_245_374)
    const stamps = Array.from({ length: 500 }, (_, n) => rowStamp(`row ${n}`))
    expect(Math.min(...stamps)).toBeGreaterThan(0)
    expect(Math.max(...stamps)).toBeLessThanOrEqual(2 ** 24)
    expect(new Set(stamps).size).toBe(500)
  })
  test('a head is told of rows with the sum of their numbers', () => {
    const pk = place('ws').partition('S', 'survey', 0)
    expect(dayHeadWrite(pk, '2026-03-10', ['a', 'b'], -2)).toEqual({
      Update: {
        Key: { pk: 'W#ws#S#survey#0', sk: 'H#2026-03-10' },
        UpdateExpression: 'ADD n :added, version :one, stamp :stamp',
        ExpressionAttributeValues: { ':added': -2, ':one': 1, ':stamp': rowStamp('a') + rowStamp('b') },
      },
    })
  })
})

describe('cursors', () => {
  const listing = (path: string, query: object, signingKey = 'key') =>
    ({ backend: { signingKey }, c: { req: { path } }, query }) as unknown as Parameters<typeof cursorText>[0]
  const schema = object({ day: string() })
  const first = { status: 'open', from: 'x', to: 'y', limit: '50' }
  const text = cursorText(listing('/a', first), { day: 'monday' })

  test('lead on in their own listing, whatever the page', () => {
    expect(placeAt(listing('/a', first), schema, text)).toEqual({ day: 'monday' })
    const next = { to: 'y', from: 'x', status: 'open', limit: '10', cursor: text, after: text }
    expect(placeAt(listing('/a', next), schema, text)).toEqual({ day: 'monday' })
    expect(placeAt(listing('/a', first), schema, undefined)).toBeUndefined()
  })
  test.each([
    ['another listing', listing('/b', first), text],
    ['another query', listing('/a', { ...first, status: 'all' }), text],
    ['another deployment', listing('/a', first, 'other'), text],
    ['an altered place', listing('/a', first), `x${text}`],
    ['an altered signature', listing('/a', first), `${text}x`],
    ['no signature', listing('/a', first), text.split('.')[0]],
    ['nothing', listing('/a', first), ''],
    ['a signature alone', listing('/a', first), `.${text.split('.')[1]}`],
  ])('not in %s', (_, where, given) => {
    expect(() => placeAt(where, schema, given)).toThrow('The list cannot go on from there')
  })
})

describe('callers', () => {
  const context = (headers: Record<string, string>, workspaceId: string | undefined = 'team') =>
    ({ req: { param: () => workspaceId, header: (name: string) => headers[name] } }) as never
  const verify = vi.fn(async (token: string) => ({ sub: token, email: `${token}@example.com`, name: token }))
  const backend = () => ({ ...table, now: () => new Date(at) }) as never
  const by = (token: string) => context({ Authorization: `Bearer ${token}` })
  const key = (own: string, headers: Record<string, string> = {}) =>
    context({ 'X-Document-Key': `team.${own}`, 'X-Spreadsheet-Id': 'sheet', ...headers })

  beforeAll(async () => {
    for (const role of ['viewer', 'editor', 'admin'])
      await table.put({ pk: `P#${role}`, sk: 'W#team', workspaceId: 'team', name: 'Team', role, joinedAt: at })
    await putKey('team', 'own-key-of-twenty-letters', { grants: ['figures', 'kpis'] })
    await putKey('team', 'audience-key-20-letters', { grants: ['kpis'], audience: 'leaders' })
    await putKey('team', 'ended-key-of-20-letters', { expiresAt: at })
    await putLink('team', 'a-link-of-twenty-letters')
  })

  test('nobody has to say who they are on public routes', async () => {
    expect(await caller(context({}), backend(), verify, 'public')).toEqual({})
  })
  test('members may what their role may, and no more', async () => {
    const roles = ['viewer', 'editor', 'admin'] as const
    for (const [has, role] of roles.entries())
      for (const [needs, who] of roles.entries()) {
        const answer = caller(by(role), backend(), verify, who)
        if (has < needs) await expect(answer).rejects.toMatchObject({ code: 'forbidden' })
        else expect(await answer).toMatchObject({ role, person: { sub: role }, workspace: { id: 'team' } })
      }
    await expect(caller(by('stranger'), backend(), verify, 'viewer')).rejects.toMatchObject({ code: 'forbidden' })
    expect(await caller(by('stranger'), backend(), verify, 'person')).toMatchObject({ person: { sub: 'stranger' } })
    const nowhere = { req: { param: () => undefined, header: () => 'Bearer admin' } } as never
    await expect(caller(nowhere, backend(), verify, 'viewer')).rejects.toMatchObject({ code: 'forbidden' })
  })
  test.each(['', 'admin', 'Bearer', 'Bearer ', 'Bearer a b', 'xBearer admin', 'Basic admin'])(
    '"%s" names nobody',
    async (Authorization) => {
      const nobody = caller(context({ Authorization }), backend(), verify, 'viewer')
      await expect(nobody).rejects.toMatchObject({ code: 'unauthorised' })
    },
  )
  test('neither does no header; the word is written as one likes', async () => {
    await expect(caller(context({}), backend(), verify, 'viewer')).rejects.toMatchObject({ code: 'unauthorised' })
    const loose = context({ Authorization: 'bearer   admin' })
    expect(await caller(loose, backend(), verify, 'admin')).toMatchObject({ role: 'admin' })
    expect(verify).toHaveBeenLastCalledWith('admin')
  })
  test('a document key reads what it was granted, in its workspace', async () => {
    const own = 'own-key-of-twenty-letters'
    const read = (c: never, document: 'figures' | 'facts' | 'kpis' = 'figures') =>
      caller(c, backend(), verify, { document })
    expect(await read(key(own))).toMatchObject({
      workspace: { id: 'team' },
      documentKey: { keyId: digest(own), spreadsheetId: 'sheet' },
    })
    expect((await findDocumentKey(table, place('team'), digest(own)))?.lastUsedAt).toBe(at)
    expect(await caller(key(own), backend(), verify, { document: ['facts', 'kpis'] })).toHaveProperty('documentKey')
    await expect(read(key(own), 'facts')).rejects.toMatchObject({ code: 'forbidden' })
    const elsewhere = { 'X-Document-Key': `team.${own}`, 'X-Spreadsheet-Id': 'sheet' }
    await expect(read(context(elsewhere, 'other'))).rejects.toMatchObject({ code: 'forbidden' })
    const none = ['another-of-twenty-letters', 'a-link-of-twenty-letters', 'ended-key-of-20-letters']
    for (const c of [context({}), ...none.map((each) => key(each))])
      await expect(read(c)).rejects.toMatchObject({ code: 'documentKeyOver' })
  })
  test('in its spreadsheet alone, which has to be named', async () => {
    const read = (c: never) => caller(c, backend(), verify, { document: 'kpis' })
    for (const own of ['own-key-of-twenty-letters', 'audience-key-20-letters']) {
      expect(await read(key(own))).toHaveProperty('documentKey')
      for (const c of [key(own, { 'X-Spreadsheet-Id': 'copy' }), context({ 'X-Document-Key': `team.${own}` })])
        await expect(read(c)).rejects.toMatchObject({ code: 'documentKeyElsewhere' })
    }
  })
})
