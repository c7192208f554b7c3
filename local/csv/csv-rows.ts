import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { TextDecoderStream } from 'node:stream/web'
import { CsvError, parse } from 'csv-parse'
import type { TextEncoding } from './text-encoding.ts'

/** `line` counts from 1 and is where the row begins, also after values that hold line breaks. */
export type CsvRow = { line: number; fields: string[] }

/** A quotation mark that opens in or after this line is never closed. */
export class OpenQuote extends Error {
  readonly line: number
  constructor(line: number) {
    super(`a quotation mark that opens in or after line ${line} is never closed`)
    this.line = line
  }
}

type Parsed = { record: string[]; raw: string }

/**
 * The rows of a CSV file, read as a stream; rows with nothing in them are left out.
 *
 * The separator (comma, semicolon, tab or bar) is the one that occurs most in the first line outside quotation marks.
 *
 * @throws OpenQuote
 */
export async function* csvRows(file: string, encoding: TextEncoding): AsyncGenerator<CsvRow> {
  const text = Readable.toWeb(createReadStream(file)).pipeThrough(new TextDecoderStream(encoding))
  const chunks = text[Symbol.asyncIterator]() as AsyncIterator<string>
  let head = ''
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    head += next.value
    if (/\S[^\r\n]*[\r\n]/.test(head)) break
  }
  const parser = parse({
    delimiter: separator(head),
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
  })
  const source = Readable.from(rest(head, chunks)).on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let line = 1
  try {
    for await (const { record, raw } of parser as AsyncIterable<Parsed>) {
      if (record.some((field) => field.trim() !== '')) yield { line, fields: record }
      line += breaks(raw)
    }
  } catch (error) {
    throw error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED' ? new OpenQuote(line) : error
  }
}

async function* rest(head: string, chunks: AsyncIterator<string>): AsyncGenerator<string> {
  yield head
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
}

function separator(head: string): string {
  const line = /\S[^\r\n]*/.exec(head.replace(/"[^"]*"/g, ''))?.[0] ?? ''
  const count = (mark: string) => line.split(mark).length
  return [',', ';', '\t', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

function breaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0
}
