import type { Question } from '../question.ts'
import { wordings } from '../texts.ts'

/** What separates the options that somebody ticked, as forms write them into one cell. */
const BETWEEN = /[,，;；、\n┋]/

/** A longer cell holds no list of options. */
const LONGEST = 5000

/**
 * The options that a cell names, separated by comma, semicolon or line; a label that has a comma itself is found whole.
 *
 * @returns The parts as they are written, those that are no option among them.
 */
export function chosenOptions({ options = [] }: Pick<Question, 'options'>, text: string): string[] {
  if (text.length > LONGEST) return [text]
  const ids = new Set(options.map(({ id }) => id))
  const labels = new Set(options.flatMap(({ label }) => wordings(label)).map(plain))
  const longest = Math.max(0, ...[...ids, ...labels].map(({ length }) => length))
  const isOption = (part: string) => ids.has(part) || labels.has(plain(part))
  const chosen: string[] = []
  let rest = text.trim()
  while (rest !== '') {
    const ends = endsIn(rest, longest)
    const end = [...ends].reverse().find((at) => isOption(rest.slice(0, at).trim())) ?? (ends[0] as number)
    const part = rest.slice(0, end).trim()
    if (part !== '') chosen.push(part)
    rest = rest.slice(end + 1).trim()
  }
  return chosen
}

/** Where the first part may end: at the first mark, and at those up to the length of the longest option. */
function endsIn(text: string, longest: number): number[] {
  const ends: number[] = []
  for (let at = 0; at < text.length && (at <= longest || ends.length === 0); at++) {
    if (BETWEEN.test(text[at] as string)) ends.push(at)
  }
  return ends.length === 0 || text.length <= longest ? [...ends, text.length] : ends
}

function plain(text: string): string {
  return text.trim().toLowerCase()
}
