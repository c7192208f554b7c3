import type { Context } from 'hono'
import { InputError } from '../../core/input-error.ts'
import type { Backend } from '../backend.ts'
import { signature } from '../secrets.ts'

/** How many requests may come at once, and how many more every second. */
type RateLimit = { burst: number; perSecond: number }

/**
 * What public routes take: of one address (an office or a class may share it), of one address whose links lead nowhere,
 * of one link of a customer's own, of
 * one survey for each of its partitions, and of what is written by a workspace's public form, in all and from one address.
 * `code`: tries of one person, or of one address, to use a one-time code.
 */
export type PublicLimits = Record<'address' | 'miss' | 'link' | 'survey' | 'form' | 'writer' | 'code', RateLimit>

export const PUBLIC_LIMITS: PublicLimits = {
  address: { burst: 300, perSecond: 5 },
  miss: { burst: 100, perSecond: 0.5 },
  link: { burst: 60, perSecond: 1 },
  survey: { burst: 1000, perSecond: 100 },
  form: { burst: 60, perSecond: 0.5 },
  writer: { burst: 10, perSecond: 1 / 16 },
  code: { burst: 10, perSecond: 1 / 60 },
}

/** Buckets that are remembered; beyond it the ones that were idle longest are taken as full again. */
const MOST_BUCKETS = 20_000

export type Limiter = (of: keyof PublicLimits, key: string, times?: number, cost?: 0 | 1) => void

/**
 * Counts requests by token buckets in this process's memory: on one machine that is all there is, on Lambda each
 * instance counts for itself, and the API's own throttling holds for all of them together.
 *
 * @returns What takes one request; `times` multiplies the limit, a `cost` of 0 only asks. It throws InputError `tooManyRequests`.
 */
export function rateLimiter({ now }: Pick<Backend, 'now'>, limits = PUBLIC_LIMITS): Limiter {
  const buckets = new Map<string, { left: number; at: number }>()
  return (of, key, times = 1, cost = 1) => {
    const burst = limits[of].burst * times
    const perSecond = limits[of].perSecond * times
    const at = now().getTime()
    const before = buckets.get(`${of} ${key}`) ?? { left: burst, at }
    const left = Math.min(burst, before.left + (Math.max(0, at - before.at) / 1000) * perSecond)
    if (left < 1) throw new InputError('tooManyRequests', { seconds: Math.ceil((1 - left) / perSecond) })
    if (cost === 0) return
    buckets.delete(`${of} ${key}`)
    buckets.set(`${of} ${key}`, { left: left - 1, at })
    if (buckets.size > MOST_BUCKETS) buckets.delete(buckets.keys().next().value!)
  }
}

type Env = {
  /** Of API Gateway. */
  requestContext?: { http?: { sourceIp?: string } }
  /** Of Node's server. */
  incoming?: { socket?: { remoteAddress?: string } }
}

/**
 * Where a request comes from as a keyed hash, so that no address is kept or logged; undefined where nobody can say.
 *
 * Headers such as X-Forwarded-For are not believed. Of IPv6 it is the network, of which one customer has a whole one.
 */
export function addressHash(c: Context, { signingKey }: Pick<Backend, 'signingKey'>): string | undefined {
  const env = c.env as Env | undefined
  const address = env?.requestContext?.http?.sourceIp ?? env?.incoming?.socket?.remoteAddress
  return address && signature(signingKey, 'address', networkOf(address))
}

function networkOf(address: string): string {
  if (address.includes('.')) return address.slice(address.lastIndexOf(':') + 1)
  return (address.split('::')[0] ?? '').split(':').slice(0, 4).join(':')
}
