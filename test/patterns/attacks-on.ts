import type { Chance } from '../simulation/chance.ts'
import type { Part } from './parsed-pattern.ts'

/** What texts of people repeat. */
const REPEATED = ['a', '0', ' ', '\n', '-', '_', '.', ',', '@', '"', "'", '/', ':', '(', '[', '{', '\\', '|', '+', '#']
const REPEATED_TOGETHER = ['字', '\u3000', 'a ', 'a.', '0,', '0.', ' -', 'a@', '{a', ', ', '. ', '1 ', '""']
const CHARACTERS = [...REPEATED, ...'b5Z;=<>)]}*?!%&$^~`\t字年上（）：，。；é\u0301'].filter((one) => one.length === 1)
const SAMPLES = 4
const MOST_OF_SAMPLE = 20
/** No pattern ends with it. */
const NEVER = '\u0001'

/** A text that would be long: `text(n)` repeats a part of it until it has about `n` characters. */
export type Attack = { part: string; text: (length: number) => string }

/**
 * Texts that a pattern may take long over: what people repeat, and starts of what the pattern fits, whose last one or
 * two characters are repeated, then a character that it does not want.
 */
export function attacksOn(pattern: Part[][], chance: Chance): Attack[] {
  const attacks = new Map<string, Attack>()
  const add = (before: string, part: string) => {
    const text = (length: number) => `${before}${part.repeat(length / part.length)}${NEVER}`
    attacks.set(`${before}\u0000${part}`, { part: `${before}${part}…`, text })
  }
  for (const part of [...REPEATED, ...REPEATED_TOGETHER]) {
    add('', part)
    add('x', part)
  }
  for (let made = 0; made < SAMPLES; made++) {
    const sample = fitting(pattern, chance).slice(0, MOST_OF_SAMPLE)
    for (let at = 0; at < sample.length; at++) {
      for (const width of [1, 2]) add(sample.slice(0, at), sample.slice(at, at + width))
    }
  }
  return [...attacks.values()]
}

/** A text that the pattern fits, but for what it asks of the text around. */
function fitting(choices: Part[][], chance: Chance): string {
  return chance
    .pick(choices)
    .map((part) => {
      if (part.kind === 'group') return fitting(part.choices, chance)
      if (part.kind === 'character') return characterFor(part, chance)
      if (part.kind !== 'repeat') return ''
      const most = Math.min(part.most, part.least + 2)
      const times = part.least + chance.below(most - part.least + 1)
      return Array.from({ length: times }, () => fitting([[part.part]], chance)).join('')
    })
    .join('')
}

function characterFor({ source, fits }: Part & { kind: 'character' }, chance: Chance): string {
  const known = [...CHARACTERS, ...source].filter(fits)
  return known.length ? chance.pick(known) : ''
}
