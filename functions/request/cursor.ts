import type { GenericSchema, InferOutput } from 'valibot'
import { parse } from 'valibot'
import { InputError } from '../../core/input-error.ts'
import { sameText, signature } from '../secrets.ts'
import type { Call } from './route.ts'

/** The request for a page of a listing. */
type Listing = Pick<Call, 'backend' | 'c'> & { query: object }

/** What of a query may be another from one page to the next. */
const OF_A_PAGE = ['cursor', 'after', 'limit']

/** Where the next page of a listing goes on, as text that is good for this listing alone and can't be altered. */
export function cursorText(listing: Listing, place: unknown): string {
  const text = Buffer.from(JSON.stringify(place)).toString('base64url')
  return `${text}.${signed(listing, text)}`
}

/**
 * Where a page of a listing begins.
 *
 * @param text As it came; undefined on the first page.
 * @throws InputError `cursorUnknown` unless it was given by this listing, asked with the same query.
 */
export function placeAt<S extends GenericSchema>(
  listing: Listing,
  place: S,
  text: string | undefined,
): InferOutput<S> | undefined {
  if (text === undefined) return undefined
  const at = text.lastIndexOf('.')
  const encoded = text.slice(0, at)
  if (!sameText(text.slice(at + 1), signed(listing, encoded))) throw new InputError('cursorUnknown', undefined)
  return parse(place, JSON.parse(Buffer.from(encoded, 'base64url').toString()))
}

/** The path names the workspace and what is listed. */
function signed({ backend, c, query }: Listing, text: string): string {
  const asked = Object.entries(query).filter(([name]) => !OF_A_PAGE.includes(name))
  return signature(backend.signingKey, 'cursor', c.req.path, JSON.stringify(asked.sort()), text)
}
