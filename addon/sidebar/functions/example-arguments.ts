import type { FunctionReference } from '../../reference/reference.ts'

/** What a function's own example gives for one parameter: columns from a row on, something else, or nothing. */
export type ExampleArgument =
  | { kind: 'columns'; wide: boolean; fromRow: number; column: number }
  | { kind: 'text'; text: string }
  | undefined

/** What the example of a function gives for each of its parameters. */
export function exampleArguments({ name, parameters, example }: FunctionReference): ExampleArgument[] {
  const given = argumentTexts(example?.formula.en ?? '', name)
  return parameters.map((_, at) => exampleArgument(given[at] ?? ''))
}

/** The texts between the brackets of the first call of a function, parted at its own commas. */
export function argumentTexts(formula: string, name: string): string[] {
  const from = formula.indexOf(`${name}(`)
  if (from < 0) return []
  const texts = ['']
  let depth = 0
  for (const part of formula.slice(from + name.length + 1).match(/"(?:[^"]|"")*"|[^"]/g) ?? []) {
    if (depth === 0 && part === ')') break
    if (/[({]/.test(part[0] ?? '')) depth++
    if (/[)}]/.test(part[0] ?? '')) depth--
    if (depth === 0 && part === ',') texts.push('')
    else texts[texts.length - 1] += part
  }
  return texts.map((text) => text.trim())
}

function exampleArgument(text: string): ExampleArgument {
  if (!text) return undefined
  const range = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(text)
  if (!range) return { kind: 'text', text }
  const [, first = '', top, last, bottom] = range
  // A row of weights is a list; it is typed.
  if (top === bottom) return { kind: 'text', text: '' }
  return { kind: 'columns', wide: first !== last, fromRow: Number(top), column: first.charCodeAt(0) - 65 }
}
