import { integer, minValue, number, object, parse, pipe, string } from 'valibot'
import { InputError } from '../../core/input-error.ts'
import type { AnswerCursor } from '../store/answer-list.ts'

const cursorSchema = object({ bucket: pipe(number(), integer(), minValue(0)), after: string() })

/** A place in a listing as text. */
export function cursorText(cursor: AnswerCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

/** @throws InputError `fieldFormat` for a cursor that was not given by us. */
export function readCursor(text: string): AnswerCursor {
  try {
    return parse(cursorSchema, JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    throw new InputError('fieldFormat', { field: 'cursor', expected: 'cursor' })
  }
}
