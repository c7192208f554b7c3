import { describe, expect, test } from 'vitest'
import { complaintStates } from '../../../core/complaint/complaint.ts'
import { complaintActions, nextState } from '../../../core/complaint/complaint-moves.ts'

/** The whole table: state, action, where it leads. A dash is refused. */
const table = `
              acknowledge   start        wait     resume       resolve   ask_feedback  close   reopen    note          reply         assign        change_severity  classify      identify      escalate
received      acknowledged  -            -        -            -         -             -       -         received      received      received      received  received      received      received
acknowledged  -             in_progress  waiting  -            resolved  -             -       -         acknowledged  acknowledged  acknowledged  acknowledged  acknowledged  acknowledged  acknowledged
in_progress   -             -            waiting  -            resolved  -             -       -         in_progress   in_progress   in_progress   in_progress  in_progress   in_progress   in_progress
waiting       -             -            -        in_progress  resolved  -             -       -         waiting       waiting       waiting       waiting  waiting       waiting       waiting
resolved      -             -            -        -            -         feedback      closed  reopened  resolved      resolved      resolved      resolved  resolved      resolved      resolved
feedback      -             -            -        -            -         feedback      closed  reopened  feedback      feedback      feedback      feedback  feedback      feedback      feedback
closed        -             -            -        -            -         -             -       reopened  closed        -             -             -  closed        closed        -
reopened      -             in_progress  waiting  -            resolved  -             -       -         reopened      reopened      reopened      reopened  reopened      reopened      reopened
`
const [head = [], ...rows] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))

test('the table names every state and action', () => {
  expect(rows.map(([state]) => state)).toEqual(complaintStates)
  expect(head).toEqual(complaintActions)
})

describe.each(complaintStates.map((state, i) => [state, rows[i]] as const))('from %s', (state, row = []) => {
  test.each(complaintActions.map((action, i) => [action, row[i + 1]] as const))('%s', (action, leadsTo) => {
    expect(nextState(state, action) ?? '-').toBe(leadsTo)
  })
})
