import { exampleResult } from './example-formula.ts'
import { FAMILIES } from './families.ts'
import type { FunctionText } from './function-text.ts'
import type { Both, FunctionFamily, FunctionReference, ReferenceExample, ShownCell } from './reference.ts'
import type { Words, WorkedExample } from './worked-example.ts'

/** A function as its JSDoc tells it, and the folder that it is written in. */
export type FunctionDoc = {
  name: string
  family: string
  summary: string
  parameters: { name: string; type: string; optional: boolean; text: string }[]
  returns: string
}

type Call = Both<(name: string, args: unknown[]) => unknown>
type Language = keyof Both<unknown>

/** Functions of these folders ask the backend: their examples have no result of their own. */
const WITHOUT_RESULT = ['live']

/**
 * Everything that is told about the custom functions, by family; and what is missing or wrong in it, a sentence each.
 *
 * A text that is missing in Chinese is English, so that the build goes on.
 *
 * @param call Calls a function of the built script in a spreadsheet of that language.
 */
export function madeOf(
  docs: FunctionDoc[],
  texts: Record<string, FunctionText>,
  examples: Record<string, WorkedExample>,
  call: Call,
): { families: FunctionFamily[]; problems: string[] } {
  const problems = strangers(docs, texts, examples)
  const place = Object.keys(examples)
  const functions = docs.map((doc) => ({
    family: doc.family,
    ...described(doc, texts[doc.name], problems),
    ...exampleOf(doc, examples[doc.name], call, problems),
  }))
  functions.sort((a, b) => rank(place, a.name) - rank(place, b.name))
  const ids = [...new Set([...Object.keys(FAMILIES), ...docs.map(({ family }) => family)])]
  const families = ids.map((id) => ({
    id,
    title: FAMILIES[id] ?? { en: id, 'zh-CN': id },
    functions: functions.filter(({ family }) => family === id).map(({ family: _, ...each }) => each),
  }))
  for (const { id } of families) if (!FAMILIES[id]) problems.push(`${id} has no title in families.ts.`)
  return { families: families.filter(({ functions: found }) => found.length > 0), problems }
}

function rank(names: string[], name: string): number {
  const at = names.indexOf(name)
  return at < 0 ? names.length : at
}

function strangers(docs: FunctionDoc[], ...sources: Record<string, unknown>[]): string[] {
  const known = new Set(docs.map(({ name }) => name))
  const named = new Set(sources.flatMap((source) => Object.keys(source)))
  return [...named].filter((name) => !known.has(name)).map((name) => `${name} is no function of main.ts.`)
}

function described(doc: FunctionDoc, text: FunctionText | undefined, problems: string[]): FunctionReference {
  if (!text) problems.push(`${doc.name} has no Chinese text.`)
  const names = doc.parameters.map(({ name }) => name).join(', ')
  const inChinese = Object.keys(text?.parameters ?? {}).join(', ')
  if (text && names !== inChinese) problems.push(`${doc.name} takes ${names}; its Chinese text has ${inChinese}.`)
  return {
    name: doc.name,
    summary: { en: doc.summary, 'zh-CN': text?.summary ?? doc.summary },
    parameters: doc.parameters.map(({ text: english, ...parameter }) => ({
      ...parameter,
      text: { en: english, 'zh-CN': text?.parameters[parameter.name] ?? english },
    })),
    returns: { en: doc.returns, 'zh-CN': text?.returns ?? doc.returns },
  }
}

function exampleOf(
  { name, family }: FunctionDoc,
  example: WorkedExample | undefined,
  call: Call,
  problems: string[],
): { example?: ReferenceExample } {
  if (!example) {
    problems.push(`${name} has no worked example.`)
    return {}
  }
  const both = <T>(make: (language: Language) => T) => ({ en: make('en'), 'zh-CN': make('zh-CN') })
  const cells = both((language) => example.cells.map((row) => row.map((cell) => shown(inLanguage(cell, language)))))
  const formula = both((language) => inLanguage(example.formula, language) as string)
  const told = { cells, formula, ...(example.picture ? { picture: example.picture } : {}) }
  if (!formula.en.includes(`${name}(`)) problems.push(`The example of ${name} does not call it.`)
  if (WITHOUT_RESULT.includes(family)) return { example: told }
  try {
    return { example: { ...told, result: both((at) => resultOf(formula[at], cells[at], call[at])) } }
  } catch (error) {
    problems.push(`The example of ${name} fails: ${(error as Error).message}`)
    return { example: told }
  }
}

function resultOf(formula: string, cells: ShownCell[][], call: Call[Language]): ShownCell[][] {
  const result = exampleResult(formula, cells, (name, args) => shownRows(call(name, args.map(given))))
  return Array.isArray(result) ? result : [[result]]
}

/** As Sheets hands an argument over: dates at midnight, in the UTC of the example's spreadsheet. */
function given(argument: unknown): unknown {
  if (Array.isArray(argument)) return argument.map(given)
  return typeof argument === 'object' && argument !== null && 'date' in argument
    ? new Date(`${argument.date}T00:00:00Z`)
    : argument
}

function shownRows(value: unknown): ShownCell | ShownCell[][] {
  return Array.isArray(value) ? value.map((row: unknown[]) => row.map(shown)) : shown(value)
}

function shown(value: unknown): ShownCell {
  if (value instanceof Date) return { date: value.toISOString().slice(0, 10) }
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return { date: value }
  return (value ?? '') as ShownCell
}

function inLanguage(words: Words | number | boolean, language: Language): string | number | boolean {
  return typeof words === 'object' ? words[language] : words
}
