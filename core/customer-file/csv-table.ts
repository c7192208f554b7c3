import { InputError } from '../input-error.ts'

/**
 * The rows of CSV text, or of cells copied from a spreadsheet; blank rows stay in place, but for those at the end.
 *
 * The separator (comma, semicolon, tab or bar) is the one that occurs most in the first line outside quotation marks.
 * A quotation mark counts at the beginning of a value only; two within quotation marks are one. Ends of lines within
 * quotation marks belong to the value.
 *
 * @throws InputError `quoteOpen` with the line where a quotation mark opens that is never closed.
 */
export function csvTable(text: string): string[][] {
  const plain = text.replace(/^\ufeff/, '')
  const mark = separator(plain)
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const endRow = () => {
    rows.push(row)
    row = []
  }
  while (at < plain.length) {
    const [value, end] = plain[at] === '"' ? quoted(plain, at, mark) : bare(plain, at, mark)
    row.push(value)
    at = end
    if (plain[at] === mark) {
      at++
      if (at === plain.length) row.push('')
    } else {
      at += plain.startsWith('\r\n', at) ? 2 : 1
      endRow()
    }
  }
  endRow()
  while (rows[rows.length - 1]?.every((value) => value.trim() === '')) rows.pop()
  return rows
}

function bare(text: string, from: number, mark: string): [value: string, end: number] {
  const ends = mark === ',' ? /[,\r\n]/g : mark === ';' ? /[;\r\n]/g : mark === '\t' ? /[\t\r\n]/g : /[|\r\n]/g
  ends.lastIndex = from
  const end = ends.exec(text)?.index ?? text.length
  return [text.slice(from, end), end]
}

function quoted(text: string, from: number, mark: string): [value: string, end: number] {
  let value = ''
  for (let at = from + 1; ; ) {
    const close = text.indexOf('"', at)
    if (close < 0) throw new InputError('quoteOpen', { line: text.slice(0, from).split(/\r\n|\n|\r/).length })
    value += text.slice(at, close)
    if (text[close + 1] === '"') {
      value += '"'
      at = close + 2
      continue
    }
    const [rest, end] = bare(text, close + 1, mark)
    return [value + rest, end]
  }
}

function separator(text: string): string {
  const line = /\S[^\r\n]*/.exec(text.replace(/"[^"]*"/g, ''))?.[0] ?? ''
  const count = (mark: string) => line.split(mark).length
  return [',', ';', '\t', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}
