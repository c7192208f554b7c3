import type { JSONWebKeySet, JWTPayload, JWTVerifyGetKey } from 'jose'
import { createLocalJWKSet, createRemoteJWKSet, jwtVerify } from 'jose'
import { InputError } from '../core/input-error.ts'

/** Whose tokens are accepted: an issuer, the audiences meant for this deployment, and where its keys are. */
export type Identity = { issuer: string; audience: string[]; jwks: JSONWebKeySet | URL }

/** Somebody who signed in; `sub` is the only thing that ever identifies them. */
export type Person = { sub: string; email: string; name: string }

const SKEW_SECONDS = 60
const MINUTE_MS = 60_000

/** The issuer's keys could not be had: that is not the token's fault. */
const KEYS_AWAY = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']

/**
 * The one check of people's tokens: RS256, a key of the issuer, issuer with or without https, audience,
 * times with a minute's skew, a verified e-mail address.
 *
 * A key id that is not known makes the keys be fetched again, at most once a minute.
 *
 * @returns Whom a token names. It throws InputError `unauthorised` for any token that fails a check.
 */
export function verifier({ issuer, audience, jwks }: Identity, now: () => Date): (token: string) => Promise<Person> {
  const keys: JWTVerifyGetKey =
    jwks instanceof URL ? createRemoteJWKSet(jwks, { cooldownDuration: MINUTE_MS }) : createLocalJWKSet(jwks)
  const host = issuer.replace(/^https:\/\//, '')
  return async (token) => {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      issuer: [host, `https://${host}`],
      audience,
      clockTolerance: SKEW_SECONDS,
      currentDate: now(),
      requiredClaims: ['sub', 'iat', 'exp'],
    }).catch((error: { code?: string }) => {
      if (!error.code?.startsWith('ERR_J') || KEYS_AWAY.includes(error.code)) throw error
      throw new InputError('unauthorised', undefined)
    })
    return personIn(payload)
  }
}

function personIn({ sub, email, email_verified: verified, name }: JWTPayload): Person {
  if (!sub || typeof email !== 'string' || verified !== true) throw new InputError('unauthorised', undefined)
  return { sub, email, name: typeof name === 'string' ? name : email }
}
