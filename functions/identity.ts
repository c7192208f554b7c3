import type { JSONWebKeySet, JWTPayload, JWTVerifyGetKey } from 'jose'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { InputError } from '../core/input-error.ts'
import { issuerKeys } from './issuer-keys.ts'

/** Whose tokens are accepted: an issuer, the audiences meant for this deployment, and where its keys are. */
export type Identity = {
  issuer: string
  audience: string[]
  jwks: JSONWebKeySet | URL
  /** The longest that the issuer's tokens are good for. */
  longestSeconds: number
}

/** Somebody who signed in; `sub` is the only thing that ever identifies them. */
export type Person = { sub: string; email: string; name: string }

const SKEW_SECONDS = 60
/** Google's have about 1,200 characters. */
const MOST_CHARACTERS = 8192
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/
/** As much of OpenID's 255 characters as can't shift a key of the table; Google's are digits. */
const SUBJECT = /^[\w.:@|-]{1,255}$/
const EMAIL = /^[^\s@\p{C}]{1,64}@[^\s@\p{C}]{1,189}$/u
const MOST_NAME = 200

/**
 * The one check of people's tokens: RS256, a key of the issuer, issuer with or without https, audience,
 * times with a minute's skew, a verified e-mail address.
 *
 * @returns Whom a token names. It throws InputError `unauthorised` for any token that fails a check, and
 *   `signInKeysAway` where the issuer's keys can't be had.
 */
export function verifier({ issuer, audience, jwks, longestSeconds }: Identity, now: () => Date) {
  const keys = jwks instanceof URL ? issuerKeys(jwks, now) : createLocalJWKSet(jwks)
  const host = issuer.replace(/^https:\/\//, '')
  return async (token: string): Promise<Person> => {
    // Before any work is done on it.
    if (token.length > MOST_CHARACTERS || !TOKEN.test(token)) throw refused()
    const currentDate = now()
    const { payload, protectedHeader } = await jwtVerify(token, named(keys), {
      algorithms: ['RS256'],
      issuer: [host, `https://${host}`],
      audience,
      clockTolerance: SKEW_SECONDS,
      currentDate,
      requiredClaims: ['sub', 'iat', 'exp'],
    }).catch((error: { code?: string }) => {
      throw error.code?.startsWith('ERR_J') ? refused() : error
    })
    if (!/^jwt$/i.test(protectedHeader.typ ?? 'JWT')) throw refused()
    // A token for others too could have been handed on by them.
    if (![payload.aud].flat().every((each) => audience.includes(each as string))) throw refused()
    checkTimes(payload, currentDate, longestSeconds)
    return personIn(payload)
  }
}

/** Keys by the id that a token has to name: jose takes the only key there is for a token without one. */
function named(keys: JWTVerifyGetKey): JWTVerifyGetKey {
  return (header, token) => {
    if (typeof header.kid !== 'string') throw refused()
    return keys(header, token)
  }
}

/** What jose leaves unasked: that a token was not made later than now, and ends as soon as the issuer's do. */
function checkTimes({ iat = 0, exp = 0 }: JWTPayload, now: Date, longestSeconds: number): void {
  if (iat > Math.floor(now.getTime() / 1000) + SKEW_SECONDS) throw refused()
  if (!(exp - iat <= longestSeconds)) throw refused()
}

function personIn({ sub, email, email_verified: verified, name }: JWTPayload): Person {
  if (typeof sub !== 'string' || !SUBJECT.test(sub)) throw refused()
  if (typeof email !== 'string' || !EMAIL.test(email) || verified !== true) throw refused()
  return { sub, email, name: (typeof name === 'string' && name.trim().slice(0, MOST_NAME)) || email }
}

function refused() {
  return new InputError('unauthorised', undefined)
}
