import type { Part } from './parsed-pattern.ts'

const MOST = 1e6

/**
 * How many characters a backtracking engine compares when it looks for `pattern` everywhere in `text`: each place in
 * turn, and with the flag `g` again after each match.
 *
 * Engines know short cuts for some patterns, but which ones is up to them.
 *
 * @throws RangeError after a million.
 */
export function stepsOfMatch(pattern: Part[][], text: string, flags: string): number {
  let steps = 0
  let kept: (string | undefined)[] = []

  function choice(choices: Part[][], at: number, back: boolean, then: (at: number) => boolean): boolean {
    return choices.some((parts) => inOrder(parts, 0, at, back, then))
  }

  function inOrder(parts: Part[], next: number, at: number, back: boolean, then: (at: number) => boolean): boolean {
    if (next === parts.length) return then(at)
    const part = parts[back ? parts.length - 1 - next : next]!
    return one(part, at, back, (to) => inOrder(parts, next + 1, to, back, then))
  }

  function one(part: Part, at: number, back: boolean, then: (at: number) => boolean): boolean {
    switch (part.kind) {
      case 'character': {
        if (++steps > MOST) throw new RangeError('More steps than anybody waits for.')
        const character = text[back ? at - 1 : at]
        return character !== undefined && part.fits(character) && then(back ? at - 1 : at + 1)
      }
      case 'place':
        return part.holds(text, at) && then(at)
      case 'again': {
        const word = kept[part.index] ?? ''
        steps += word.length
        return text.startsWith(word, at) && then(at + word.length)
      }
      case 'group':
        return choice(part.choices, at, back, (to) => {
          if (part.index !== undefined) kept[part.index] = text.slice(Math.min(at, to), Math.max(at, to))
          return then(to)
        })
      case 'look':
        return choice(part.choices, at, part.back, () => true) !== part.not && then(at)
      case 'repeat':
        return again(part, 0, at, back, then)
    }
  }

  function again(
    part: Part & { kind: 'repeat' },
    times: number,
    at: number,
    back: boolean,
    then: (at: number) => boolean,
  ): boolean {
    const more = () =>
      times < part.most &&
      one(part.part, at, back, (to) => (to !== at || times < part.least) && again(part, times + 1, to, back, then))
    if (times < part.least) return more()
    return part.lazy ? then(at) || more() : more() || then(at)
  }

  for (let from = 0; from <= text.length; ) {
    kept = []
    let end = -1
    const found = choice(pattern, from, false, (at) => {
      end = at
      return true
    })
    if (found ? !flags.includes('g') : flags.includes('y')) break
    from = found ? Math.max(end, from + 1) : from + 1
  }
  return steps
}
