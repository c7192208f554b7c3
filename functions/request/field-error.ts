import type { BaseIssue } from 'valibot'
import { getDotPath } from 'valibot'
import { InputError } from '../../core/input-error.ts'

/** Checks of a bound, by valibot's name: which bound, and whether it is of the length of a text or list. */
const BOUNDS: Record<string, { bound: 'least' | 'most'; isOfLength: boolean }> = {
  min_length: { bound: 'least', isOfLength: true },
  max_length: { bound: 'most', isOfLength: true },
  max_entries: { bound: 'most', isOfLength: true },
  min_value: { bound: 'least', isOfLength: false },
  max_value: { bound: 'most', isOfLength: false },
}

/**
 * The first thing wrong with a request, said of its field, such as `customers.3.name`.
 *
 * @param whole What to call the thing itself, where it is not one of its fields that is wrong.
 */
export function fieldError(issues: BaseIssue<unknown>[], whole = 'body'): InputError {
  const issue = deepest(issues[0]!)
  const field = getDotPath(issue) ?? whole
  if (issue.received === 'undefined') return new InputError('fieldMissing', { field })
  if (issue.expected === 'never') return new InputError('fieldUnknown', { field })
  const bounds = BOUNDS[issue.type]
  if (bounds) {
    const counted = typeof issue.input === 'string' ? 'characters' : 'entries'
    const { bound, isOfLength } = bounds
    const limit = String(issue.requirement)
    return new InputError('fieldRange', { field, bound, limit, ...(isOfLength && { counted }) })
  }
  if (issue.kind === 'validation') return new InputError('fieldFormat', { field, expected: issue.message })
  const choices = (issue.expected ?? '').match(/"[^"]*"/g)?.map((choice) => choice.slice(1, -1))
  if (choices) return new InputError('fieldChoice', { field, choices: choices.join(', ') })
  return new InputError('fieldFormat', { field, expected: issue.expected ?? '' })
}

/** Where none of several shapes fits, what is wrong with the shape that fits best: the one of which most was right. */
function deepest(issue: BaseIssue<unknown>): BaseIssue<unknown> {
  const inner =
    issue.type === 'union' ? issue.issues?.find((each) => each.kind === 'validation' || each.path) : undefined
  if (!inner) return issue
  const path = [...(issue.path ?? []), ...(inner.path ?? [])]
  return { ...inner, ...(path[0] && { path: path as [(typeof path)[0], ...typeof path] }) } as BaseIssue<unknown>
}
