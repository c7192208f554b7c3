import { en } from './messages/en.ts'
import type { Messages } from './messages/messages.ts'

export type ErrorCode = keyof Messages['errors']
export type ErrorDetails<C extends ErrorCode> = Parameters<Messages['errors'][C]>[0]

/**
 * Something that a person gave and can mend.
 *
 * The message is English; `errorText` says the same in the reader's language.
 */
export class InputError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C
  readonly details: ErrorDetails<C>

  constructor(code: C, details: ErrorDetails<C>) {
    super(sentence(code, details, en))
    this.name = 'InputError'
    this.code = code
    this.details = details
  }
}

/** The error's sentence in the language of `messages`. */
export function errorText(error: InputError, messages: Messages): string {
  return sentence(error.code, error.details, messages)
}

function sentence<C extends ErrorCode>(code: C, details: ErrorDetails<C>, messages: Messages): string {
  return (messages.errors[code] as (details: ErrorDetails<C>) => string)(details)
}
