import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import type { Hono } from 'hono'
import type { JSONWebKeySet } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { app } from '../../functions/app.ts'
import { verifier } from '../../functions/identity.ts'
import { type RunningApp, runningApp } from './running-app.ts'

const ISSUER = 'https://accounts.google.com'
const NOW = Date.parse('2026-03-10T08:00:00Z') / 1000
const DAY = 86_400
const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const [trusted, another, foreign] = [pair(), pair(), pair()]
const jwk = (key: KeyObject, kid: string) => ({ ...key.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' })

const HEADER = { alg: 'RS256', kid: 'k1', typ: 'JWT' }
const CLAIMS = {
  iss: ISSUER,
  aud: 'us',
  azp: 'us',
  sub: '104857600000000000001',
  email: 'ada@example.com',
  email_verified: true,
  name: 'Ada',
  iat: NOW - 10,
  exp: NOW + 3590,
}

let running: RunningApp
let hono: Hono
beforeAll(async () => {
  running = await runningApp()
  const jwks = { keys: [jwk(trusted.publicKey, 'k1'), jwk(another.publicKey, 'k2')] }
  hono = withKeys(jwks)
})
afterAll(() => running.close())

function withKeys(jwks: URL | { keys: object[] }): Hono {
  const identity = { issuer: ISSUER, audience: ['us', 'our-other-client'], jwks: jwks as URL, longestSeconds: DAY }
  return app({ ...running.backend, identity })
}

const encoded = (part: unknown) =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url')

/** A token of any header and payload, also of texts that no library would write. */
function token(header: unknown, payload: unknown, key = trusted.privateKey): string {
  const text = `${encoded(header)}.${encoded(payload)}`
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
}

/** As Google issues it but for some claims; undefined leaves one out. */
const claims = (change: Record<string, unknown>) => token(HEADER, { ...CLAIMS, ...change })
/** As signed by somebody else, with some header. */
const forged = (change: Record<string, unknown>) => token({ ...HEADER, ...change }, CLAIMS, foreign.privateKey)
const signature = (text: string) => text.split('.')[2]!

function hmac(secret: string | Buffer): string {
  const text = `${encoded({ ...HEADER, alg: 'HS256' })}.${encoded(CLAIMS)}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

async function asked(authorization: string | string[], to: Hono = hono) {
  const headers = new Headers()
  for (const each of [authorization].flat()) headers.append('Authorization', each)
  const reply = await to.request('/v1/workspaces', { headers })
  const { error } = (await reply.json()) as { error?: { code: string } }
  return error ? [reply.status, error.code] : reply.status
}

const bearer = (token: string) => `Bearer ${token}`
const REFUSED = [401, 'unauthorised']
const pem = trusted.publicKey.export({ type: 'spki', format: 'pem' })
/** A good token of exactly that many characters: base64 has no text of every length, so the header helps. */
function ofLength(length: number): string {
  for (const header of [HEADER, { ...HEADER, cty: 'x' }, { ...HEADER, cty: 'xy' }]) {
    for (let fill = 5500; fill < 5900; fill++) {
      const payload = { ...CLAIMS, picture: 'x'.repeat(fill) }
      const signed = 342 + 2 + encoded(header).length + encoded(payload).length
      if (signed === length) return token(header, payload)
    }
  }
  throw new Error('There is no token of that length.')
}

describe('tokens that name a person', () => {
  const cases: Record<string, string | string[]> = {
    'as issued': bearer(claims({})),
    'by another key of the issuer': bearer(token({ ...HEADER, kid: 'k2' }, CLAIMS, another.privateKey)),
    'without a type': bearer(token({ alg: 'RS256', kid: 'k1' }, CLAIMS)),
    'issuer without https': bearer(claims({ iss: 'accounts.google.com' })),
    'another of our audiences': bearer(claims({ aud: 'our-other-client' })),
    'a list of one audience': bearer(claims({ aud: ['us'] })),
    'a list of ours': bearer(claims({ aud: ['us', 'our-other-client'] })),
    'ended 59 s ago': bearer(claims({ iat: NOW - 3600, exp: NOW - 59 })),
    'valid in 59 s': bearer(claims({ nbf: NOW + 59 })),
    'valid in 60 s': bearer(claims({ nbf: NOW + 60 })),
    'issued in 60 s': bearer(claims({ iat: NOW + 60 })),
    'good for a day': bearer(claims({ iat: NOW, exp: NOW + DAY })),
    'a subject of 255 characters': bearer(claims({ sub: '1'.repeat(255) })),
    'an address of 254 characters': bearer(claims({ email: `${'a'.repeat(64)}@${'b'.repeat(189)}` })),
    'an address in other letters': bearer(claims({ email: '艾达@例子.公司' })),
    'a name that is no text': bearer(claims({ name: 7 })),
    'without a name': bearer(claims({ name: undefined })),
    '8,192 characters': bearer(ofLength(8192)),
    'the word in small letters': `bearer ${claims({})}`,
  }
  test.each(Object.entries(cases))('%s', async (_, authorization) => expect(await asked(authorization)).toBe(200))
})

test('people are called by their name as it is issued, by their address where there is none', async () => {
  const jwks = { keys: [jwk(trusted.publicKey, 'k1')] } as JSONWebKeySet
  const verify = verifier({ issuer: ISSUER, audience: ['us'], jwks, longestSeconds: DAY }, () => new Date(NOW * 1000))
  const nameOf = async (name: unknown) => (await verify(claims({ name }))).name
  expect(await nameOf('Ada Lovelace')).toBe('Ada Lovelace')
  expect(await nameOf('  艾达 ')).toBe('艾达')
  expect(await nameOf('a'.repeat(201))).toBe('a'.repeat(200))
  for (const name of ['', '   ', 7, null, undefined]) expect(await nameOf(name)).toBe('ada@example.com')
})

describe('forged and stale tokens are refused', () => {
  const own = jwk(foreign.publicKey, 'own')
  const good = claims({})
  const cases: Record<string, string | string[]> = {
    // Times: a token is good until its end and not in the second of it, a minute later as well.
    'ended 60 s ago': bearer(claims({ iat: NOW - 3600, exp: NOW - 60 })),
    'ended 61 s ago': bearer(claims({ iat: NOW - 3600, exp: NOW - 61 })),
    'ended yesterday': bearer(claims({ iat: NOW - DAY - 3600, exp: NOW - DAY })),
    'valid in 61 s': bearer(claims({ nbf: NOW + 61 })),
    'issued in 61 s': bearer(claims({ iat: NOW + 61 })),
    'good for a day and a second': bearer(claims({ iat: NOW, exp: NOW + DAY + 1 })),
    'without an end': bearer(claims({ exp: undefined })),
    'without a beginning': bearer(claims({ iat: undefined })),
    'an end that is text': bearer(claims({ exp: String(NOW + 3600) })),
    'an end that is infinite': bearer(token(HEADER, JSON.stringify(CLAIMS).replace(String(CLAIMS.exp), '1e999'))),
    'a start that is text': bearer(claims({ nbf: '0' })),
    // Whose it is.
    'another issuer': bearer(claims({ iss: 'https://evil.example' })),
    'an issuer that begins alike': bearer(claims({ iss: `${ISSUER}.evil.example` })),
    'an issuer with a slash': bearer(claims({ iss: `${ISSUER}/` })),
    'the issuer by http': bearer(claims({ iss: 'http://accounts.google.com' })),
    'a list of issuers': bearer(claims({ iss: [ISSUER] })),
    'without an issuer': bearer(claims({ iss: undefined })),
    'another audience': bearer(claims({ aud: 'somebody-else', azp: 'us' })),
    'an audience that begins alike': bearer(claims({ aud: 'us2' })),
    'an audience in capitals': bearer(claims({ aud: 'US' })),
    'an audience beside ours': bearer(claims({ aud: ['us', 'somebody-else'], azp: 'us' })),
    'a list of no audience': bearer(claims({ aud: [] })),
    'without an audience': bearer(claims({ aud: undefined })),
    // Whom it names.
    'without a subject': bearer(claims({ sub: undefined })),
    'a blank subject': bearer(claims({ sub: '' })),
    'a subject that is a number': bearer(claims({ sub: 104857600 })),
    'a list of subjects': bearer(claims({ sub: ['ada'] })),
    'a subject of 256 characters': bearer(claims({ sub: '1'.repeat(256) })),
    'a subject that would shift a key': bearer(claims({ sub: 'ada#W' })),
    'a subject with a space': bearer(claims({ sub: 'ada ' })),
    'a subject with a line': bearer(claims({ sub: 'ada\n' })),
    'a subject with a zero': bearer(claims({ sub: 'ada\u0000' })),
    'a subject in other letters': bearer(claims({ sub: 'аda' })),
    'e-mail not verified': bearer(claims({ email_verified: false })),
    'e-mail verified as text': bearer(claims({ email_verified: 'true' })),
    'nothing said of the e-mail': bearer(claims({ email_verified: undefined })),
    'without an e-mail address': bearer(claims({ email: undefined })),
    'an address without @': bearer(claims({ email: 'ada' })),
    'two addresses': bearer(claims({ email: 'ada@example.com,eve@example.com@evil.example' })),
    'a list of addresses': bearer(claims({ email: ['ada@example.com'] })),
    'an address with a line': bearer(claims({ email: 'ada@example.com\nBcc: eve@example.com' })),
    'an address of 255 characters': bearer(claims({ email: `${'a'.repeat(64)}@${'b'.repeat(190)}` })),
    // Who signed.
    'signed by another key of the same id': bearer(forged({})),
    'signed by one key, named as the other': bearer(token({ ...HEADER, kid: 'k2' }, CLAIMS)),
    'an unknown key id': bearer(token({ ...HEADER, kid: 'k3' }, CLAIMS)),
    'no key id': bearer(token({ alg: 'RS256' }, CLAIMS)),
    'a key id that is a list': bearer(token({ ...HEADER, kid: ['k1'] }, CLAIMS)),
    'a key id of JavaScript': bearer(token({ ...HEADER, kid: '__proto__' }, CLAIMS)),
    'a key in its own header': bearer(forged({ jwk: own })),
    'a key in its own header, by its id': bearer(forged({ jwk: own, kid: 'own' })),
    'a chain in its own header': bearer(forged({ x5c: ['MIIB'], kid: 'own' })),
    'a header that must be understood': bearer(token({ ...HEADER, crit: ['exp'], exp: 1 }, CLAIMS)),
    'an unknown header that must be understood': bearer(token({ ...HEADER, crit: ['x'], x: 1 }, CLAIMS)),
    'a payload that is not encoded': bearer(token({ ...HEADER, b64: false, crit: ['b64'] }, CLAIMS)),
    'not signed': bearer(`${encoded({ alg: 'none' })}.${encoded(CLAIMS)}.`),
    'not signed, with the key id': bearer(
      `${encoded({ ...HEADER, alg: 'none' })}.${encoded(CLAIMS)}.${signature(good)}`,
    ),
    'not signed, in other capitals': bearer(token({ ...HEADER, alg: 'nOnE' }, CLAIMS)),
    'the public key as a secret': bearer(hmac(JSON.stringify(jwk(trusted.publicKey, 'k1')))),
    'the public key as a secret, as a file': bearer(hmac(pem)),
    'the algorithm is RS512': bearer(token({ ...HEADER, alg: 'RS512' }, CLAIMS)),
    'the algorithm is PS256': bearer(token({ ...HEADER, alg: 'PS256' }, CLAIMS)),
    'the algorithm is a list': bearer(token({ ...HEADER, alg: ['RS256'] }, CLAIMS)),
    'two algorithms': bearer(
      `${encoded('{"alg":"RS256","kid":"k1","alg":"none"}')}.${encoded(CLAIMS)}.${signature(good)}`,
    ),
    'a token of another kind': bearer(token({ ...HEADER, typ: 'at+jwt' }, CLAIMS)),
    'a token of a kind that begins alike': bearer(token({ ...HEADER, typ: 'JWTX' }, CLAIMS)),
    'a subject twice, the last by somebody else': bearer(
      `${encoded(HEADER)}.${encoded(JSON.stringify(CLAIMS).replace('{', '{"sub":"ada",'))}.${signature(good)}`,
    ),
    altered: bearer(good.replace(/\.[^.]+\./, `.${encoded({ ...CLAIMS, sub: 'eve' })}.`)),
    'the signature of another token': bearer(good.replace(/[^.]+$/, signature(claims({ sub: 'eve' })))),
    // What is no token.
    'cut short': bearer(good.slice(0, -10)),
    'without a signature': bearer(good.replace(/[^.]+$/, '')),
    'a payload that is a list': bearer(token(HEADER, [CLAIMS])),
    'a payload that is no JSON': bearer(token(HEADER, 'sub=ada')),
    'a header that is null': bearer(token('null', CLAIMS)),
    'parts that are encoded twice': bearer(encoded(good)),
    'five parts': bearer(`${good}.a.b`),
    padded: bearer(`${good}==`),
    'a space in it': bearer(good.replace('.', ' .')),
    'a line in it': bearer(good.replace('.', '.\t')),
    '8,193 characters': bearer(ofLength(8193)),
    'a megabyte': bearer('x'.repeat(1_000_000)),
    'two tokens': bearer(`${good} ${good}`),
    'two headers': [bearer(good), bearer(good)],
    'a good header after a forged one': [bearer(forged({})), bearer(good)],
    'another scheme': `Basic ${good}`,
    'no scheme': good,
    nothing: '',
  }
  test.each(Object.entries(cases))('%s', async (_, authorization) =>
    expect(await asked(authorization)).toEqual(REFUSED),
  )

  test('whatever is changed in a token, it names nobody', async () => {
    const [header, payload, end] = good.split('.') as [string, string, string]
    const part = fc.oneof(fc.json().map(encoded), fc.string().map(encoded), fc.constantFrom(header, payload, end, ''))
    const any = fc.tuple(part, part, part).map((parts) => parts.join('.'))
    await fc.assert(
      fc.asyncProperty(any, async (text) => {
        fc.pre(text !== good)
        expect(await asked(bearer(text))).toEqual(REFUSED)
      }),
      { numRuns: 150 },
    )
  })
})

describe('the issuer publishes its keys', () => {
  let publish: RequestListener
  let fetches = 0
  const server = createServer((request, reply) => {
    fetches++
    publish(request, reply)
  })
  let url: URL
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/certs`)
  })
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  const json =
    (keys: object[]): RequestListener =>
    (_, reply) =>
      void reply.end(JSON.stringify({ keys }))
  const OLD = jwk(trusted.publicKey, 'old')
  const NEW = jwk(another.publicKey, 'new')
  const DOWN: Record<string, RequestListener> = {
    'is refused': (request) => void request.socket.destroy(),
    'answers 500': (_, reply) => void reply.writeHead(500).end(JSON.stringify({ keys: [NEW] })),
    'answers a page': (_, reply) => void reply.end('<html>Sign in to the network</html>'),
    'answers no keys': json([]),
    'answers keys of another kind': json([{ kty: 'EC', kid: 'old', crv: 'P-256', x: 'a', y: 'b' }]),
    'answers keys to encrypt with': json([{ ...OLD, use: 'enc' }]),
    'answers keys of another algorithm': json([{ ...OLD, alg: 'RS512' }]),
    'answers something else': (_, reply) => void reply.end('{"keys":{"old":1}}'),
    'sends elsewhere': (request, reply) =>
      request.url === '/certs' ? void reply.writeHead(302, { Location: '/moved' }).end() : json([NEW])(request, reply),
    'stops in the middle': (request, reply) => {
      reply.write('{"keys":[')
      setImmediate(() => request.socket.destroy())
    },
  }
  const later = (seconds: number) => {
    running.clock.now = new Date(running.clock.now.getTime() + seconds * 1000)
  }
  const by = (kid: string, key = kid === 'old' ? trusted : another) => {
    const iat = running.clock.now.getTime() / 1000
    return bearer(token({ ...HEADER, kid }, { ...CLAIMS, iat, exp: iat + 3600 }, key.privateKey))
  }
  const since = async (work: () => Promise<void>) => {
    const before = fetches
    await work()
    return fetches - before
  }

  test('a rotation refuses nobody: new keys are known at once, old ones for as long as they are published', async () => {
    const to = withKeys(url)
    publish = json([OLD])
    expect(await asked(by('old'), to)).toBe(200)
    later(61)
    publish = json([OLD, NEW])
    const all = [by('new'), by('old'), by('new'), by('old')]
    const made = await since(async () => {
      expect(await Promise.all(all.map((each) => asked(each, to)))).toEqual([200, 200, 200, 200])
    })
    expect(made).toBe(1)
    publish = json([NEW])
    later(599)
    expect(await asked(by('old'), to)).toBe(200)
    later(1)
    expect(await asked(by('old'), to)).toEqual(REFUSED)
    expect(await asked(by('new'), to)).toBe(200)
  })

  test('unknown key ids make one refresh a minute, whether it is answered or not', async () => {
    const to = withKeys(url)
    publish = json([OLD])
    await asked(by('old'), to)
    later(60)
    const madeUp = async () => {
      const all = Array.from({ length: 20 }, (_, at) => asked(by(`made-up-${at}`), to))
      for (const reply of await Promise.all(all)) expect(reply).toEqual(REFUSED)
      expect(await asked(by('made-up'), to)).toEqual(REFUSED)
    }
    expect(await since(madeUp)).toBe(1)
    later(59)
    expect(await since(madeUp)).toBe(0)
    publish = DOWN['answers 500']!
    later(1)
    expect(await since(madeUp)).toBe(1)
    later(59)
    expect(await since(madeUp)).toBe(0)
    expect(await asked(by('old'), to)).toBe(200)
  })

  test('a key that does not say what it is for is one to sign with', async () => {
    const { use: _, alg: __, ...bare } = OLD
    publish = json([bare])
    expect(await asked(by('old'), withKeys(url))).toBe(200)
  })

  test('a key that a token points to is never fetched', async () => {
    const to = withKeys(url)
    publish = json([OLD])
    await asked(by('old'), to)
    const pointing = token({ ...HEADER, kid: 'old', jku: `${url}`, x5u: `${url}` }, CLAIMS, foreign.privateKey)
    expect(await since(async () => expect(await asked(bearer(pointing), to)).toEqual(REFUSED))).toBe(0)
    // Of a single key jose would take a token that names none.
    const nameless = token({ alg: 'RS256' }, CLAIMS)
    expect(await asked(bearer(nameless), to)).toEqual(REFUSED)
  })

  test.each(Object.entries(DOWN))('it %s: known keys go on for a day, asked once a minute', async (_, down) => {
    const to = withKeys(url)
    publish = json([OLD])
    expect(await asked(by('old'), to)).toBe(200)
    publish = down
    later(3600)
    const twice = async () => expect([await asked(by('old'), to), await asked(by('old'), to)]).toEqual([200, 200])
    expect(await since(twice)).toBe(1)
    later(DAY - 3601)
    await twice()
    later(1)
    expect(await asked(by('old'), to)).toEqual([503, 'signInKeysAway'])
    later(60)
    publish = json([OLD])
    expect(await asked(by('old'), to)).toBe(200)
  })

  test('without any keys it is asked every 5 s, and nobody is called a forger', async () => {
    const to = withKeys(url)
    publish = DOWN['answers 500']!
    const asking = async () => {
      expect(await asked(by('old'), to)).toEqual([503, 'signInKeysAway'])
      expect(await asked(by('old'), to)).toEqual([503, 'signInKeysAway'])
    }
    expect(await since(asking)).toBe(1)
    later(4)
    expect(await since(asking)).toBe(0)
    publish = json([OLD])
    later(1)
    expect(await asked(by('old'), to)).toBe(200)
  })

  test('it answers late: one request waits, three seconds at the most, and the others use what is known', async () => {
    const to = withKeys(url)
    publish = json([OLD])
    expect(await asked(by('old'), to)).toBe(200)
    publish = () => {}
    later(601)
    const started = performance.now()
    const waiting = asked(by('old'), to).then((reply) => [reply, performance.now() - started] as const)
    expect(await asked(by('old'), to)).toBe(200)
    expect(performance.now() - started).toBeLessThan(2500)
    const [reply, waited] = await waiting
    expect(reply).toBe(200)
    expect(waited).toBeGreaterThan(2500)
  }, 10_000)
})
