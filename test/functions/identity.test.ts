import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CryptoKey } from 'jose'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { verifier } from '../../functions/identity.ts'

test('a rotated key is fetched, unknown ones make at most one fetch a minute', async () => {
  const keys = await Promise.all(['old', 'new'].map(async (kid) => ({ kid, ...(await generateKeyPair('RS256')) })))
  let published = keys.slice(0, 1)
  let fetches = 0
  const server = createServer(async (_, reply) => {
    fetches++
    reply.end(
      JSON.stringify({
        keys: await Promise.all(
          published.map(async ({ kid, publicKey }) => ({ kid, ...(await exportJWK(publicKey)) })),
        ),
      }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const jwks = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const verify = verifier({ issuer: 'https://accounts.google.com', audience: ['us'], jwks }, () => new Date())
  const token = (kid: string, key: CryptoKey) =>
    new SignJWT({ email: 'a@example.com', email_verified: true })
      .setProtectedHeader({ alg: 'RS256', kid })
      .setIssuer('accounts.google.com')
      .setAudience('us')
      .setSubject('1')
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(key)

  expect(await verify(await token('old', keys[0]!.privateKey))).toEqual({
    sub: '1',
    email: 'a@example.com',
    name: 'a@example.com',
  })
  published = keys
  for (let i = 0; i < 5; i++) {
    await expect(verify(await token(`made-up-${i}`, keys[1]!.privateKey))).rejects.toThrow('Sign in again')
  }
  await expect(verify(await token('new', keys[1]!.privateKey))).rejects.toThrow('Sign in again')
  expect(fetches).toBe(1)

  const now = Date.now
  Date.now = () => now() + 61_000
  try {
    expect((await verify(await token('new', keys[1]!.privateKey))).sub).toBe('1')
  } finally {
    Date.now = now
  }
  expect(fetches).toBe(2)

  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  const away = verifier({ issuer: 'accounts.google.com', audience: ['us'], jwks }, () => new Date())
  await expect(away(await token('old', keys[0]!.privateKey))).rejects.not.toThrow('Sign in again')
})
