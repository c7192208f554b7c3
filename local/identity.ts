import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { JWK } from 'jose'
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose'
import type { Identity, Person } from '../functions/identity.ts'

const ISSUER = 'https://identity.tiersheet.local'
const AUDIENCE = 'tiersheet-local'
const DAY_SECONDS = 86_400

/** People's sign-in on one machine: tokens like Google's, signed with keys that never leave the data folder. */
export type LocalIdentity = {
  identity: Identity
  /** A day's ID token for somebody, no questions asked: whoever can reach this process may be anyone. */
  token: (person: Person) => Promise<string>
}

/** @param dir Where the key is kept; undefined to make one that is forgotten. */
export async function localIdentity(dir: string | undefined, now: () => Date): Promise<LocalIdentity> {
  const jwk = await keptKey(dir)
  const { kty, n, e, kid } = jwk
  const key = await importJWK(jwk, 'RS256')
  return {
    identity: {
      issuer: ISSUER,
      audience: [AUDIENCE],
      jwks: { keys: [{ kty, n, e, kid, alg: 'RS256', use: 'sig' } as JWK] },
      longestSeconds: DAY_SECONDS,
    },
    async token({ sub, email, name }) {
      const seconds = Math.floor(now().getTime() / 1000)
      return new SignJWT({ email, email_verified: true, name })
        .setProtectedHeader({ alg: 'RS256', kid: kid as string, typ: 'JWT' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(sub)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + DAY_SECONDS)
        .sign(key)
    },
  }
}

async function keptKey(dir: string | undefined): Promise<JWK> {
  const file = dir && join(dir, 'identity-key.json')
  const kept = file && (await readFile(file, 'utf8').catch(ifAbsent))
  if (kept) return JSON.parse(kept) as JWK
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(privateKey)), kid: 'local-1' }
  if (file) await writeFile(file, JSON.stringify(jwk), { mode: 0o600 })
  return jwk
}

function ifAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
