import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WorkSpan } from '../../../core/working-time/business-calendar.ts'
import { shownHours, typedHours } from '../../../core/working-time/typed-hours.ts'
import { businessCalendars } from './business-calendars.ts'

const DAY: WorkSpan[] = [
  ['09:00', '12:00'],
  ['13:00', '18:30'],
]

test.each<[string, WorkSpan[]]>([
  ['', []],
  ['  ', []],
  ['09:00-12:00, 13:00-18:30', DAY],
  ['9-12,13-18:30', DAY],
  ['9:00 - 12:00 13.00 – 18.30', DAY],
  ['9:00 to 12:00; 13:00 TO 18:30', DAY],
  ['９：００至１２：００，１３：００～１８：３０', DAY],
  ['9点到12点、13:00—18:30', DAY],
  ['9:00-12:00\n13:00-18:30', DAY],
  ['0-24', [['00:00', '24:00']]],
  ['22:00-24:00', [['22:00', '24:00']]],
])('"%s" is read', (text, spans) => {
  expect(typedHours(text)).toEqual(spans)
})

test.each([
  ['22:00-06:00', '22:00-06:00 runs over midnight. Write 22:00-24:00 on this day and 00:00-06:00 on the next.'],
  ['13:00-18:00, 9:00-12:00', 'The working hours 09:00 - 12:00 are not in order.'],
  ['9:00-12:00, 11:00-18:00', 'The working hours 11:00 - 18:00 are not in order.'],
  ['9-9', 'The working hours 09:00 - 09:00 are not in order.'],
  ['nine to five', '"nine to five" is not how hours are written. Write 09:00-12:00, 13:00-18:00.'],
  ['9', '"9" is not how hours are written.'],
  ['9-25', '"9-25" is not how hours are written.'],
  ['9-24:30', '"9-24:30" is not how hours are written.'],
  ['9:60-12', '"9:60-12" is not how hours are written.'],
  ['24-24', '"24-24" is not how hours are written.'],
  ['0900-1200', '"0900-1200" is not how hours are written.'],
  ['9-12-13', '"9-12-13" is not how hours are written.'],
])('"%s" is refused in a sentence', (text, message) => {
  expect(() => typedHours(text)).toThrow(message)
})

test('hours that were shown are read back as they were', () => {
  fc.assert(
    fc.property(businessCalendars, ({ week }) => {
      for (const spans of week) expect(typedHours(shownHours(spans))).toEqual(spans)
    }),
  )
})
