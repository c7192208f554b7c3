import type { Question } from '../question.ts'
import { textIs } from '../texts.ts'

/** What separates the options that somebody ticked, as forms write them into one cell. */
const BETWEEN = /[,，;；、\n┋]/

/**
 * The options that a cell names, separated by comma, semicolon or line; a label that has a comma itself is found whole.
 *
 * @returns Labels as the options have them; what is none of them stays as it is written.
 */
export function chosenOptions({ options = [] }: Pick<Question, 'options'>, text: string): string[] {
  const isOption = (part: string) => options.some(({ id, label }) => id === part || textIs(label, part))
  const chosen: string[] = []
  let rest = text.trim()
  while (rest !== '') {
    const ends = [...endsOf(rest)].reverse()
    const end = ends.find((at) => isOption(rest.slice(0, at).trim())) ?? (ends[ends.length - 1] as number)
    const part = rest.slice(0, end).trim()
    if (part !== '') chosen.push(part)
    rest = rest.slice(end + 1).trim()
  }
  return chosen
}

/** Where the first part may end, from the shortest to the whole. */
function* endsOf(text: string): Generator<number> {
  for (let at = 0; at < text.length; at++) if (BETWEEN.test(text[at] as string)) yield at
  yield text.length
}
