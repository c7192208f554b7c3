import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { digest, opened, sealed } from '../../functions/secrets.ts'
import { ADA, type RunningApp, runningApp } from './running-app.ts'

type Made = { keyId: string; documentKey: string; spreadsheetId: string; grants: string[] }
type Renewed = Made & { replaced: { keyId: string; expiresAt: string } }
type Listed = {
  keys: (Omit<Made, 'documentKey'> & Partial<Record<'title' | 'lastUsedAt' | 'expiresAt', string>>)[]
  mayChange: boolean
}
type Failed = { error: { code: string; message: string } }

const START = '2026-03-10T08:00:00.000Z'
const running = await runningApp()
let app: RunningApp
let signedIn: string
/** A workspace for each test. */
beforeEach(async () => {
  running.clock.now = new Date(START)
  signedIn = await running.tokenOf(ADA)
  const asked = { token: signedIn, body: { name: 'Team' } }
  const { workspaceId } = (await running.call<{ workspaceId: string }>('POST', '/v1/workspaces', asked)).body
  app = { ...running, workspaceId, at: (path) => `/v1/workspaces/${workspaceId}${path}` }
})
afterAll(() => running.close())

const at = (instant: string | number) => {
  running.clock.now = new Date(instant)
}
const later = (seconds: number) => at(running.clock.now.getTime() + seconds * 1000)
const write = async <T = Made & Failed>(method: string, path: string, body?: object, operation?: string) => {
  return app.call<T>(method, app.at(`/document-keys${path}`), {
    token: signedIn,
    ...(body && { body }),
    ...(operation && { operation }),
  })
}
const made = async (body: object = {}, operation?: string) => {
  const asked = { spreadsheetId: 'sheet', spreadsheetTitle: 'Customers', grants: ['figures'], ...body }
  return (await write('POST', '', asked, operation)).body
}
const renewed = async (keyId: string, operation?: string) =>
  (await write<Renewed>('POST', `/${keyId}/renew`, undefined, operation)).body
const list = async () => (await app.call<Listed>('GET', app.at('/document-keys'), { token: signedIn })).body
/** What a spreadsheet is told that asks for a figure. */
const read = async (key: string, spreadsheetId = 'sheet', query: object = { function: 'COMPLAINTS' }) => {
  const asked = { key, spreadsheetId, body: { queries: [query] } }
  const { status, body } = await app.call<Failed & { results: Partial<Failed>[] }>('POST', app.at('/cells'), asked)
  return status === 200 ? (body.results[0]!.error?.code ?? 200) : [status, body.error.code]
}
const everything = async () => {
  const { Items = [] } = await app.backend.db.send(new ScanCommand({ TableName: app.backend.table }))
  return Items as ({ pk: string; sk: string } & Record<string, unknown>)[]
}
const OVER = [401, 'documentKeyOver']

describe('a secret', () => {
  test('is 256 random bits that the table does not hold, and the same for the same operation alone', async () => {
    const first = await made({}, 'one')
    const other = await made({}, 'two')
    const [, secret = ''] = first.documentKey.split('.')
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect(secret).not.toBe(other.documentKey.split('.')[1])
    expect(first.keyId).toBe(digest(secret))
    later(86_400)
    expect(await made({}, 'one')).toEqual(first)
    const again = await renewed(first.keyId, 'three')
    expect(await renewed(first.keyId, 'three')).toEqual(again)
    const stored = JSON.stringify(await everything())
    for (const { documentKey } of [first, other, again]) {
      expect(stored).not.toContain(documentKey.split('.')[1])
      expect(stored).not.toContain(Buffer.from(documentKey.split('.')[1]!, 'base64url').toString('hex'))
    }
    expect((await write('POST', '', { spreadsheetId: 'another' }, 'one')).body.error.code).toBe('operationReused')
  })

  test('that two requests ask for at once is one', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => made({}, 'same')))
    expect(new Set(all.map(({ documentKey }) => documentKey)).size).toBe(1)
    expect((await list()).keys).toHaveLength(1)
  })

  test('that is sealed is opened for what it was sealed for, and by the deployment that sealed it', () => {
    const text = sealed('a key', 'secret', 'workspace', 'operation')
    expect(opened('a key', text, 'workspace', 'operation')).toBe('secret')
    expect(sealed('a key', 'secret', 'workspace', 'operation')).not.toBe(text)
    expect(() => opened('a key', text, 'workspace', 'another')).toThrow()
    expect(() => opened('a key', text, 'workspaceoperation')).toThrow()
    expect(() => opened('another key', text, 'workspace', 'operation')).toThrow()
    const bytes = Buffer.from(text, 'base64url')
    for (let at = 0; at < bytes.length; at++) {
      const altered = Buffer.from(bytes)
      altered[at]! ^= 1
      expect(() => opened('a key', altered.toString('base64url'), 'workspace', 'operation')).toThrow()
    }
    expect(() => opened('a key', bytes.subarray(0, -1).toString('base64url'), 'workspace', 'operation')).toThrow()
  })
})

describe('a key', () => {
  test('is good in its own workspace and spreadsheet alone, and says what to do elsewhere', async () => {
    const { documentKey: key } = await made()
    expect(await read(key)).toBe(200)
    expect(await read(key, 'a-copy')).toEqual([403, 'documentKeyElsewhere'])
    expect(await read(key, '')).toEqual([403, 'documentKeyElsewhere'])
    expect(await read(key, 'sheet, sheet')).toEqual([403, 'documentKeyElsewhere'])
    const copied = { key, spreadsheetId: 'a-copy', language: 'zh-CN', body: { queries: [{ function: 'COMPLAINTS' }] } }
    const { body } = await app.call<Failed>('POST', app.at('/cells'), copied)
    expect(body.error.message).toBe(
      '该密钥属于另一份电子表格。请在此处打开扩展程序 > Tiersheet > 工作区与同步：副本需使用自己的密钥。',
    )
    const elsewhere = { key, body: { queries: [{ function: 'COMPLAINTS' }] } }
    expect((await app.call('POST', `/v1/workspaces/${running.workspaceId}/cells`, elsewhere)).status).toBe(403)
    const [workspaceId, secret] = key.split('.')
    for (const forged of [
      `${key}x`,
      `${workspaceId}.x${secret}`,
      `${running.workspaceId}.${secret}`,
      secret!,
      '',
      'x.y',
    ]) {
      expect(await read(forged)).toEqual(OVER)
    }
  })

  test('reads what it was granted alone, and facts of single customers by a grant of their own', async () => {
    const facts = { function: 'CUSTOMER_FACTS', customers: ['C1'], facts: ['COMPLAINTS_OPEN'] }
    const kpi = { function: 'KPI', name: 'nps' }
    const of = async (grants: string[]) => {
      const { documentKey } = await made({ grants })
      return [await read(documentKey), await read(documentKey, 'sheet', facts), await read(documentKey, 'sheet', kpi)]
    }
    expect(await of(['figures'])).toEqual([200, 'factsNotGranted', 'kpisNotGranted'])
    expect(await of(['figures', 'facts'])).toEqual([200, 200, 'kpisNotGranted'])
    expect(await of(['kpis'])).toEqual(['figuresNotGranted', 'factsNotGranted', 'kpiUnknown'])
    expect(await of(['facts'])).toEqual(Array(3).fill([403, 'forbidden']))
  })

  test('opens no public page, and a link of a page is no key', async () => {
    const { documentKey } = await made()
    expect((await app.call('GET', `/s/${documentKey}`, { accept: 'application/json' })).status).toBe(404)
    const survey = await app.call<{ surveyId: string }>('POST', app.at('/surveys'), {
      token: signedIn,
      body: { title: 'Ours' },
    })
    const { body } = await app.call<{ link: string }>('POST', app.at(`/surveys/${survey.body.surveyId}/open`), {
      token: signedIn,
    })
    expect(await read(new URL(body.link).pathname.slice('/s/'.length))).toEqual(OVER)
  })

  test('that is revoked is refused from the next request on', async () => {
    const { keyId, documentKey } = await made()
    expect(await read(documentKey)).toBe(200)
    expect((await write('DELETE', `/${keyId}`, undefined, 'revoke')).status).toBe(200)
    expect(await read(documentKey)).toEqual(OVER)
    expect((await list()).keys).toEqual([])
    expect((await write('DELETE', `/${keyId}`, undefined, 'revoke')).status).toBe(200)
    expect((await write('DELETE', `/${keyId}`)).status).toBe(404)
  })
})

describe('renewing', () => {
  test('makes another key of the same, and the old one goes on for 24 hours to the millisecond', async () => {
    const old = await made({ grants: ['figures', 'kpis'] })
    const { documentKey, ...fresh } = await renewed(old.keyId)
    const expiresAt = '2026-03-11T08:00:00.000Z'
    expect(fresh).toEqual({
      keyId: expect.not.stringMatching(old.keyId),
      spreadsheetId: 'sheet',
      grants: ['figures', 'kpis'],
      replaced: { keyId: old.keyId, expiresAt },
    })
    at(Date.parse(expiresAt) - 1)
    expect([await read(old.documentKey), await read(documentKey)]).toEqual([200, 200])
    expect((await list()).keys.map(({ keyId }) => keyId).sort()).toEqual([old.keyId, fresh.keyId].sort())
    at(expiresAt)
    expect([await read(old.documentKey), await read(documentKey)]).toEqual([OVER, 200])
    expect((await list()).keys).toMatchObject([{ keyId: fresh.keyId, title: 'Customers' }])
    const { ttl } = (await everything()).find(({ sk }) => sk === `D#${old.keyId}`)!
    expect(ttl).toBe(Date.parse(expiresAt) / 1000)
  })

  test('is done once for a key, and not for one that is gone, over or of an audience', async () => {
    const code = async (keyId: string) => {
      const { status, body } = await write<Failed>('POST', `/${keyId}/renew`)
      return [status, body.error?.code]
    }
    const { keyId } = await made()
    const both = await Promise.all([code(keyId), code(keyId)])
    expect(both.sort()).toEqual([
      [201, undefined],
      [409, 'stale'],
    ])
    expect(await code(keyId)).toEqual([409, 'stale'])
    later(86_400)
    expect(await code(keyId)).toEqual([404, 'notFound'])
    expect(await code('x'.repeat(43))).toEqual([404, 'notFound'])
    const post = async (path: string, body: object) =>
      (await app.call<Record<'audienceId' | 'code', string>>('POST', app.at(path), { token: signedIn, body })).body
    signedIn = await running.tokenOf(ADA)
    const { audienceId } = await post('/audiences', { kind: 'position', name: 'Sales' })
    const { code: typed } = await post(`/audiences/${audienceId}/codes`, {})
    const body = { code: typed, spreadsheetId: 'theirs', spreadsheetTitle: 'Their KPIs' }
    const linked = await app.call<Made>('POST', '/v1/audience-codes/redeem', { token: signedIn, body })
    expect(Buffer.from(linked.body.documentKey.split('.')[1]!, 'base64url')).toHaveLength(32)
    expect(await code(linked.body.keyId)).toEqual([400, 'documentKeyOfAudience'])
    const audience = { audienceId, kind: 'position', name: 'Sales' }
    expect((await list()).keys[0]).toMatchObject({ spreadsheetId: 'theirs', title: 'Their KPIs', audience })
  })

  test('and making and revoking stand in the audit trail, without a secret', async () => {
    const { keyId } = await made()
    const fresh = await renewed(keyId)
    await write('DELETE', `/${keyId}`)
    type Trail = { entries: { act: string; about: object }[] }
    const { body } = await app.call<Trail>('GET', app.at('/audit-trail'), { token: signedIn })
    const about = { spreadsheetId: 'sheet', grants: ['figures'] }
    expect(body.entries.slice(0, 3).map(({ act, about }) => ({ act, about }))).toEqual([
      { act: 'keyRevoked', about: { keyId } },
      { act: 'keyRotated', about: { ...about, keyId: fresh.keyId, replaced: keyId } },
      { act: 'keyMade', about: { ...about, keyId } },
    ])
    expect(JSON.stringify(body)).not.toContain(fresh.documentKey.split('.')[1])
  })
})

describe('the last use', () => {
  const lastUse = async () => (await list()).keys[0]?.lastUsedAt

  test('is listed with who made a key, and written once an hour', async () => {
    const { keyId, documentKey } = await made()
    const listed = {
      keyId,
      spreadsheetId: 'sheet',
      title: 'Customers',
      grants: ['figures'],
      createdAt: START,
      createdBy: ADA.email,
    }
    expect(await list()).toEqual({ keys: [listed], mayChange: true })
    await read(documentKey)
    expect(await list()).toEqual({ keys: [{ ...listed, lastUsedAt: START }], mayChange: true })
    const operations: string[] = []
    const { middlewareStack } = app.backend.db
    middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          operations.push(String(commandName))
          return next(args)
        },
      { step: 'initialize', name: 'counted' },
    )
    later(3599)
    await read(documentKey)
    expect(operations).not.toContain('UpdateItemCommand')
    operations.length = 0
    later(1)
    await Promise.all(Array.from({ length: 5 }, () => read(documentKey)))
    middlewareStack.remove('counted')
    expect(operations).toContain('UpdateItemCommand')
    expect(await lastUse()).toBe('2026-03-10T09:00:00.000Z')
    await read(documentKey, 'a-copy')
    later(3600)
    await read(documentKey, 'a-copy')
    expect(await lastUse()).toBe('2026-03-10T09:00:00.000Z')
  })

  test('fails no reading where it can’t be written, and brings back no key that was revoked meanwhile', async () => {
    const { keyId, documentKey } = await made()
    const { middlewareStack } = app.backend.db
    let work: () => Promise<void> = async () => {
      throw new Error('The table is busy.')
    }
    middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName === 'UpdateItemCommand') await work()
          return next(args)
        },
      { step: 'initialize', name: 'busy' },
    )
    expect(await read(documentKey)).toBe(200)
    expect(await lastUse()).toBeUndefined()
    work = async () => {
      expect((await write('DELETE', `/${keyId}`)).status).toBe(200)
    }
    expect(await read(documentKey)).toBe(200)
    middlewareStack.remove('busy')
    expect(await read(documentKey)).toEqual(OVER)
    expect((await everything()).filter(({ sk }) => sk === `D#${keyId}`)).toEqual([])
  })
})

test('an editor sees the keys and changes none, and keys of other workspaces are not among them', async () => {
  const { keyId } = await made()
  const bo = { sub: 'bo', email: 'bo@example.com', name: 'Bo' }
  signedIn = await running.join(bo, 'editor', app.workspaceId)
  expect(await list()).toMatchObject({ keys: [{ keyId }], mayChange: false })
  for (const [method, path] of [
    ['POST', `/${keyId}/renew`],
    ['DELETE', `/${keyId}`],
    ['POST', ''],
  ] as const) {
    expect((await write(method, path, { spreadsheetId: 'sheet' })).status).toBe(403)
  }
  signedIn = await running.tokenOf(ADA)
  const foreign = await app.call<Listed>('GET', `/v1/workspaces/${running.workspaceId}/document-keys`, {
    token: signedIn,
  })
  expect(foreign.body.keys).toEqual([])
  const theirs = `/v1/workspaces/${running.workspaceId}/document-keys/${keyId}`
  expect((await app.call('DELETE', theirs, { token: signedIn })).status).toBe(404)
  expect((await app.call('POST', `${theirs}/renew`, { token: signedIn })).status).toBe(404)
})

test('what somebody puts where keys lie under another hash is no key', async () => {
  const { keyId, documentKey } = await made()
  const item = (await everything()).find(({ sk }) => sk === `D#${keyId}`)!
  await app.backend.db.send(new PutCommand({ TableName: app.backend.table, Item: { ...item, spreadsheetId: 'moved' } }))
  expect(await read(documentKey)).toEqual([403, 'documentKeyElsewhere'])
})
