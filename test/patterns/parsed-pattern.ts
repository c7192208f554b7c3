/** A regular expression taken apart, as far as ours go: no `v` flag, no modifiers. */
export type Part =
  | { kind: 'character'; source: string; fits: (character: string) => boolean }
  | { kind: 'place'; holds: (text: string, at: number) => boolean }
  | { kind: 'again'; index: number }
  | { kind: 'group'; index: number | undefined; choices: Part[][] }
  | { kind: 'look'; back: boolean; not: boolean; choices: Part[][] }
  | { kind: 'repeat'; part: Part; least: number; most: number; lazy: boolean }

const LOOKS: Record<string, { back: boolean; not: boolean }> = {
  '(?=': { back: false, not: false },
  '(?!': { back: false, not: true },
  '(?<=': { back: true, not: false },
  '(?<!': { back: true, not: true },
}
const OPENING = /\((?:\?(?:[:=!]|<[=!]|<\w+>))?/y
const CHARACTER = /\[(?:[^\]\\]|\\.)*\]|\\(?:p\{[^}]*\}|P\{[^}]*\}|u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|.)|./isuy
const QUANTIFIER = /(?:([*+?])|\{(\d+)(,?)(\d*)\})(\??)/y

export function parsedPattern({ source, flags }: RegExp): Part[][] {
  let at = 0
  let groups = 0
  const parsed = choices()
  if (at < source.length) throw new Error(`unread: ${source.slice(at)}`)
  return parsed

  function choices(): Part[][] {
    const all: Part[][] = [[]]
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') {
        at++
        all.push([])
      } else all.at(-1)!.push(repeated(part()))
    }
    return all
  }

  function part(): Part {
    const opening = taken(OPENING)
    if (opening) {
      const index = opening[0] === '(' || /<\w/.test(opening[0]) ? ++groups : undefined
      const inner = choices()
      at++
      const look = LOOKS[opening[0]]
      return look ? { kind: 'look', ...look, choices: inner } : { kind: 'group', index, choices: inner }
    }
    const [one] = taken(CHARACTER)!
    if (/^\\[1-9]$/.test(one)) return { kind: 'again', index: Number(one[1]) }
    return /^(?:\^|\$|\\b|\\B)$/.test(one) ? place(one) : character(one)
  }

  function place(one: string): Part {
    const pattern = new RegExp(one, `${flags.replace(/[gy]/g, '')}y`)
    return {
      kind: 'place',
      holds: (text, from) => {
        pattern.lastIndex = from
        return pattern.test(text)
      },
    }
  }

  function character(one: string): Part {
    const pattern = new RegExp(`^(?:${one})$`, flags.replace(/[gym]/g, ''))
    const known = new Map<string, boolean>()
    const fits = (character: string) => {
      if (!known.has(character)) known.set(character, pattern.test(character))
      return known.get(character)!
    }
    return { kind: 'character', source: one, fits }
  }

  function repeated(of: Part): Part {
    const found = taken(QUANTIFIER)
    if (!found) return of
    const [, sign, from, comma, to, lazy] = found
    const least = sign ? Number(sign === '+') : Number(from)
    const most = sign ? (sign === '?' ? 1 : Infinity) : to ? Number(to) : comma ? Infinity : least
    return { kind: 'repeat', part: of, least, most, lazy: lazy !== '' }
  }

  function taken(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (found) at += found[0].length
    return found
  }
}
