import type { BaseIssue } from 'valibot'
import { getDotPath } from 'valibot'
import { InputError } from '../../core/input-error.ts'

/** The first thing wrong with a request, said of its field: `customers.3.name`. */
export function fieldError(issues: BaseIssue<unknown>[]): InputError {
  const issue = issues[0]!
  const field = getDotPath(issue) ?? 'body'
  if (issue.received === 'undefined') return new InputError('fieldMissing', { field })
  if (issue.expected === 'never') return new InputError('fieldUnknown', { field })
  if (['min_length', 'max_length', 'min_value', 'max_value'].includes(issue.type)) {
    return new InputError('fieldRange', { field, limit: String(issue.expected) })
  }
  if (issue.kind === 'validation') return new InputError('fieldFormat', { field, expected: issue.message })
  return new InputError('fieldType', { field, expected: String(issue.expected) })
}
