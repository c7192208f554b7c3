import type { ShownCell } from './reference.ts'

type Value = ShownCell | ShownCell[][]
/** Calls a function of the script. */
export type CallFunction = (name: string, args: (Value | undefined)[]) => Value

const token = /\s*("(?:[^"]|"")*"|\$?[A-Za-z]{1,3}\$?\d+(?![\w(])|[A-Za-z_]\w*|\d+(?:\.\d+)?|[-(){},;:])/y

/**
 * What the formula of a worked example gives: functions of the script over ranges of the example's cells, numbers,
 * texts, TRUE and FALSE, arrays such as `{60,80}`, and DATE.
 *
 * @throws Error that names what is not understood.
 */
export function exampleResult(formula: string, cells: ShownCell[][], call: CallFunction): Value {
  const tokens = tokensOf(formula)
  let at = 1
  const take = (wanted?: string, further = 0) => {
    if (wanted !== undefined && tokens[at] !== wanted) throw new Error(`${wanted} is missing in ${formula}`)
    at += 1 + further
    return tokens[at - 1] ?? ''
  }
  const is = (wanted: string) => tokens[at] === wanted

  function value(): Value {
    const first = take()
    if (first.startsWith('"')) return first.slice(1, -1).replace(/""/g, '"')
    if (first === '-') return -(value() as number)
    if (first === '{') return rowsOf()
    if (/^\d/.test(first)) return Number(first)
    if (/^(TRUE|FALSE)$/i.test(first)) return /true/i.test(first)
    if (is('(')) return result(first)
    if (/^\$?[A-Za-z]{1,3}\$?\d+$/.test(first)) return is(':') ? block(first, take(':', 1)) : cellAt(first)
    throw new Error(`"${first}" is not understood in ${formula}`)
  }

  function rowsOf(): ShownCell[][] {
    const rows: ShownCell[][] = [[]]
    for (let end = ''; end !== '}'; end = take()) {
      if (end === ';') rows.push([])
      rows[rows.length - 1]?.push(value() as ShownCell)
    }
    return rows
  }

  function result(name: string): Value {
    const args: (Value | undefined)[] = []
    take('(')
    if (!is(')')) args.push(argument())
    while (is(',')) {
      take(',')
      args.push(argument())
    }
    take(')')
    return name === 'DATE' ? day(args as number[]) : call(name, args)
  }

  function argument(): Value {
    return is(',') || is(')') ? '' : value()
  }

  function block(from: string, to: string): ShownCell[][] {
    const [top, left] = placeOf(from)
    const [bottom, right] = placeOf(to)
    if (bottom > cells.length || right > (cells[0]?.length ?? 0)) throw new Error(`${from}:${to} is not in the example`)
    return cells.slice(top - 1, bottom).map((row) => row.slice(left - 1, right))
  }

  function cellAt(place: string): ShownCell {
    return block(place, place)[0]?.[0] ?? ''
  }

  const answer = value()
  if (at < tokens.length) throw new Error(`"${tokens[at]}" is not understood in ${formula}`)
  return answer
}

function tokensOf(formula: string): string[] {
  const found = ['=']
  if (!formula.startsWith('=')) throw new Error(`${formula} does not begin with =`)
  const text = formula.trimEnd()
  for (token.lastIndex = 1; token.lastIndex < text.length; ) {
    const from = token.lastIndex
    const match = token.exec(text)
    if (!match) throw new Error(`"${text.slice(from)}" is not understood in ${formula}`)
    found.push(match[1] as string)
  }
  return found
}

function day([year = 0, month = 1, date = 1]: number[]): ShownCell {
  return { date: new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10) }
}

/** Row and column from 1. */
function placeOf(cell: string): [row: number, column: number] {
  const [, letters = '', row = ''] = /^\$?([A-Za-z]+)\$?(\d+)$/.exec(cell) ?? []
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return [Number(row), column]
}
