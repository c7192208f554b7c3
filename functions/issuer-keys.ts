import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose'
import { InputError } from '../core/input-error.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
/** Keys that are older are asked for again before they are used. */
const FRESH = 10 * MINUTE
/** As long the last keys serve while no others can be had; Google's tokens last an hour. */
const LAST = 24 * 60 * MINUTE
/** Keys are asked for this often at the most, whatever tokens ask; oftener only while there are none at all. */
const AGAIN = { known: MINUTE, none: 5 * SECOND }
const PATIENCE = 3 * SECOND

/**
 * The signing keys that an issuer publishes, by key id.
 *
 * A key id that is not known makes them be asked for again. While the issuer does not answer, or not with keys, those
 * that are known go on; one request a minute waits for it, three seconds at the most. jose's own remote set would ask
 * at every request then, and refuse them all.
 *
 * @throws InputError `signInKeysAway` where there are none, or only some of a day ago.
 */
export function issuerKeys(url: URL, now: () => Date): JWTVerifyGetKey {
  let known: { find: JWTVerifyGetKey; since: number } | undefined
  let askedAt = Number.NEGATIVE_INFINITY
  let asking: Promise<void> | undefined

  return async (header, token) => {
    const age = known ? now().getTime() - known.since : Number.POSITIVE_INFINITY
    if (age >= LAST) await asked()
    else if (age >= FRESH && !asking) await asked()
    try {
      return await usable()(header, token)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
    }
    await asked()
    return usable()(header, token)
  }

  function usable(): JWTVerifyGetKey {
    if (!known || now().getTime() - known.since >= LAST) throw new InputError('signInKeysAway', undefined)
    return known.find
  }

  /** Asks, unless somebody is asking or it is too early; what fails leaves the keys as they are. */
  function asked(): Promise<void> {
    const at = now().getTime()
    if (!asking && at - askedAt >= (known ? AGAIN.known : AGAIN.none)) {
      askedAt = at
      asking = published(url).then(
        (find) => {
          known = { find, since: at }
          asking = undefined
        },
        () => {
          asking = undefined
        },
      )
    }
    return asking ?? Promise.resolve()
  }
}

/** The keys as they are published now. It throws where that are none. */
async function published(url: URL): Promise<JWTVerifyGetKey> {
  const reply = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) })
  if (!reply.ok) throw new Error(`The issuer's keys were answered with ${reply.status}.`)
  const { keys } = (await reply.json()) as JSONWebKeySet
  const own = keys.filter(({ kty, kid, use = 'sig', alg = 'RS256' }) => {
    return kty === 'RSA' && kid && use === 'sig' && alg === 'RS256'
  })
  if (own.length === 0) throw new Error('The issuer publishes no key that signs by RS256.')
  return createLocalJWKSet({ keys: own })
}
