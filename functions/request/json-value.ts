import { InputError } from '../../core/input-error.ts'
import { plainTexts } from './plain-text.ts'

/** Objects and lists within each other at the most; what routes take has no more than ten. */
const DEEPEST = 64

/** Names by which a program would come upon what is not the sender's. */
const FOREIGN = new Set(['__proto__', 'constructor', 'prototype'])

const [QUOTE, BACKSLASH, COLON, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [...'"\\:{}[]'].map((each) => each.charCodeAt(0))

/**
 * The value of a JSON text. What two readers could take differently is refused before it is read: a field that stands
 * twice in one object, names that every object has, and what is deeper than anything here.
 *
 * @throws InputError `badJson`, `bodyTooDeep`, `fieldTwice`, `fieldUnknown`.
 */
export function jsonValue(text: string): unknown {
  try {
    refuseAmbiguous(text)
    const value: unknown = JSON.parse(text)
    return mayHoldOdd(text) ? plainTexts(value) : value
  } catch (error) {
    throw error instanceof SyntaxError ? new InputError('badJson', undefined) : error
  }
}

/** Goes through the text once. Of a text that is no JSON it may say anything: the parser refuses it. */
function refuseAmbiguous(text: string): void {
  /** Of each object that is open, the names it has so far; a list has none. */
  const open: (Set<string> | undefined)[] = []
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === QUOTE) {
      const end = endOfString(text, at)
      if (isName(text, end)) takeName(text.slice(at, end), open.at(-1))
      at = end - 1
    } else if (sign === OPEN || sign === OPEN_LIST) {
      if (open.push(sign === OPEN ? new Set() : undefined) > DEEPEST)
        throw new InputError('bodyTooDeep', { most: DEEPEST })
    } else if (sign === CLOSE || sign === CLOSE_LIST) open.pop()
  }
}

/** The place after the quote that ends the string which begins at a place. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1
  return at + 1
}

function isName(text: string, end: number): boolean {
  let at = end
  while (at < text.length && text.charCodeAt(at) <= 32) at++
  return text.charCodeAt(at) === COLON
}

/** Takes a name, as it stands in quotes, into the names of its object. */
function takeName(quoted: string, names: Set<string> | undefined): void {
  const field = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1)
  refuseForeign(field)
  if (names?.has(field)) throw new InputError('fieldTwice', { field })
  names?.add(field)
}

/** @throws InputError `fieldUnknown` for a name that every object has. */
export function refuseForeign(field: string): void {
  if (FOREIGN.has(field)) throw new InputError('fieldUnknown', { field })
}

/** JSON writes what no text keeps as `\uXXXX`, but for a few characters. */
function mayHoldOdd(text: string): boolean {
  return /\\[ubf]|[\x7f-\x9f\u202d\u202e\u2066-\u2069]/.test(text)
}
