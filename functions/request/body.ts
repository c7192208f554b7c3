import type { Context } from 'hono'
import { InputError } from '../../core/input-error.ts'
import { jsonValue, refuseForeign } from './json-value.ts'
import { plainTexts } from './plain-text.ts'
import { prefersPage } from './prefers-page.ts'
import type { Route } from './route.ts'

/** Bodies at the most: those of people who signed in, and those of pages, which anybody can send. */
const MOST_KB = 3000
const MOST_PUBLIC_KB = 16

const JSON_TYPE = 'application/json'
const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data']

/**
 * What a request carries: JSON, or to a page a form's fields, of which those named `a.b` become fields `b` of an object `a`.
 *
 * It is read here alone, and no further than it may be long, whatever its headers say of its length.
 *
 * @throws InputError `bodyType`, `bodyCharset`, `bodyTooLarge`, and of what it holds `badJson`, `bodyTooDeep`, `fieldTwice`, `field...`.
 */
export async function bodyOf(c: Context, { page }: Pick<Route, 'page'>): Promise<unknown> {
  const isForm = page && prefersPage(c)
  const type = typeOf(c.req.header('Content-Type') ?? '')
  const taken = isForm ? FORM_TYPES : [JSON_TYPE]
  if (!taken.includes(type.name)) throw new InputError('bodyType', { types: taken.join(', ') })
  const encoding = c.req.header('Content-Encoding') ?? 'identity'
  if (!/^(utf-?8)?$/i.test(type.charset) || encoding !== 'identity') throw new InputError('bodyCharset', undefined)
  const bytes = await bytesOf(c, page ? MOST_PUBLIC_KB : MOST_KB)
  const text = textOf(bytes)
  return isForm ? formOf(bytes, c.req.header('Content-Type')!) : jsonValue(text)
}

function typeOf(header: string): { name: string; charset: string } {
  const [name = '', ...parameters] = header.toLowerCase().split(';')
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='))
  return { name: name.trim(), charset: (charset ?? '').slice('charset='.length).replaceAll('"', '') }
}

async function bytesOf(c: Context, kilobytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new InputError('bodyTooLarge', { kilobytes })
  const most = kilobytes * 1000
  if (Number(c.req.header('Content-Length')) > most) throw tooLarge()
  const parts: Uint8Array[] = []
  let size = 0
  const reader = c.req.raw.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length
    if (size > most) {
      await reader?.cancel()
      throw tooLarge()
    }
    parts.push(part.value)
  }
  return new Uint8Array(Buffer.concat(parts))
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new InputError('bodyCharset', undefined)
  }
}

async function formOf(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<unknown> {
  const sent = await new Response(bytes, { headers: { 'Content-Type': type } }).formData().catch(() => {
    throw new InputError('fieldFormat', { field: 'body', expected: 'form' })
  })
  const fields = new Map<string, unknown>()
  const groups = new Map<string, Map<string, unknown>>()
  for (const name of new Set(sent.keys())) {
    const [, group, field] = /^(\w+)\.(.+)$/.exec(name) ?? []
    for (const part of [name, group, field]) refuseForeign(part ?? '')
    const [value, ...others] = sent.getAll(name)
    const all = others.length > 0 ? [value, ...others] : value
    if (group && field) groups.set(group, (groups.get(group) ?? new Map()).set(field, all))
    else fields.set(name, all)
  }
  for (const [group, inner] of groups) {
    if (fields.has(group)) throw new InputError('fieldTwice', { field: group })
    fields.set(group, Object.fromEntries(inner))
  }
  return plainTexts(Object.fromEntries(fields))
}
