import { expect, test } from 'vitest'
import { actedEvent } from '../../../core/complaint/acted-event.ts'
import { complaintFromEvents } from '../../../core/complaint/complaint-from-events.ts'
import { customerAct } from '../../../core/complaint/customer-act.ts'
import { customer, instant, type Life, livedEvents } from './lived-complaint.ts'
import { plainPolicy } from './plain-policy.ts'

const RESOLVED: Life = [
  ['2026-03-09 10:00', { action: 'acknowledge' }],
  ['2026-03-09 11:00', { action: 'resolve' }],
]
const lived = (...more: Life) =>
  complaintFromEvents(livedEvents({ customer: customer('C-1', 'A', 'li') }, '2026-03-09 09:00', [...RESOLVED, ...more]))

const closed: Life[number] = ['2026-03-09 14:00', { action: 'close' }]
const rated: Life[number] = ['2026-03-09 14:00', { action: 'close', satisfaction: 3 }]
const reopened: Life[number] = ['2026-03-09 15:00', { action: 'reopen' }]

test.each([
  ['solved closes', lived(), true, { action: 'close', satisfaction: 4 }],
  ['not solved opens again', lived(), false, { action: 'reopen', satisfaction: 4 }],
  [
    'solved after the closing is a note with the rating',
    lived(closed),
    true,
    { action: 'note', solved: true, satisfaction: 4 },
  ],
  ['not solved after the closing opens again', lived(closed), false, { action: 'reopen', satisfaction: 4 }],
  ['what was rated is not rated again', lived(rated), true, { action: 'note', solved: true }],
  ['nor by opening again', lived(rated), false, { action: 'reopen' }],
  ['while it is worked on, either is a note', lived(rated, reopened), false, { action: 'note', solved: false }],
] as const)('%s', (_, complaint, solved, act) => {
  expect(customerAct(complaint, { solved, satisfaction: 4 })).toEqual(act)
  const event = actedEvent(
    complaint,
    act,
    { sub: 'customer', name: '' },
    instant('2026-03-10 10:00'),
    plainPolicy('UTC'),
  )
  expect(event.version).toBe(complaint.version + 1)
})

test('a note of the desk rates nothing, and one of the customer nothing twice', () => {
  const act =
    (satisfied: object, complaint = lived(closed)) =>
    () =>
      actedEvent(
        complaint,
        { action: 'note', text: 'x', satisfaction: 5, ...satisfied },
        { sub: 'ada', name: 'Ada' },
        instant('2026-03-10 10:00'),
        plainPolicy('UTC'),
      )
  expect(act({})).toThrow('"satisfaction" does not go with')
  expect(act({ solved: true }, lived(rated))).toThrow('"satisfaction" does not go with')
  expect(act({ solved: true })).not.toThrow()
})
