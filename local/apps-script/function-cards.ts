import type { FunctionCard } from '../workbench/workbook.ts'

type Parameter = FunctionCard['parameters'][number]

/** A JSDoc, without the marks of another comment in it, and the top-level function that stands directly below. */
const documentedFunction =
  /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*\n(?:async )?function\s+([A-Za-z][A-Za-z0-9_]*[A-Za-z0-9])\s*\(/g

/**
 * Reads the custom functions of a script, as Google Sheets finds them: top-level functions whose JSDoc says
 * `@customfunction`. In order of appearance.
 *
 * The example is a line `Example: =...` or an `@example`. A parameter is optional where its description begins with
 * `[optional]` or it is written `[name]`.
 */
export function functionCards(code: string): FunctionCard[] {
  return [...code.matchAll(documentedFunction)].flatMap(([, comment = '', name = '']) => {
    const lines = comment.split('\n').map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    return lines.some((line) => line.startsWith('@customfunction')) ? [card(name, lines)] : []
  })
}

function card(name: string, lines: string[]): FunctionCard {
  const [before = '', ...tags] = lines.join('\n').trim().split(/^@/m)
  const example = /^Example: *(=.*)$/m.exec(before)?.[1] ?? tag(tags, 'example') ?? ''
  const summary =
    before
      .replace(/^Example: *=.*$/m, '')
      .trim()
      .split(/\n\s*\n/)[0] ?? ''
  const parameters = tags.filter((text) => /^param\b/.test(text)).flatMap((text) => parameter(text))
  return { name, summary: oneLine(summary), parameters, example: oneLine(example) }
}

function parameter(text: string): Parameter[] {
  const match =
    /^param\s+(?:\{((?:[^{}]|\{[^{}]*\})*)\}\s+)?(\[?)([A-Za-z_]\w*)(?:=[^\]]*)?\]?\s*(?:- )?([\s\S]*)$/.exec(text)
  if (match === null) return []
  const [, type = '', bracket, name = '', description = ''] = match
  const marked = /^\[optional\]\s*/i
  const optional = bracket === '[' || marked.test(description) || type.endsWith('=')
  return [{ name, type: type.replace(/=$/, ''), description: oneLine(description.replace(marked, '')), optional }]
}

function tag(tags: string[], name: string): string | undefined {
  return tags.find((text) => text.startsWith(name))?.slice(name.length)
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
