import { describe, expect, it } from 'vitest'
import { nextContact } from '../../../core/people/next-contact.ts'

describe('nextContact', () => {
  it.each([
    ['in time', 100, 30, 120, 130, 0],
    ['due today', 100, 30, 130, 130, 0],
    ['a day late', 100, 30, 131, 130, 1],
    ['weeks late', 100, 7, 150, 107, 43],
    ['never contacted', undefined, 30, 120, 120, 0],
    ['contacted after as_of', 125, 7, 120, 132, 0],
  ])('%s', (_, last, every, asOf, day, daysOverdue) => {
    expect(nextContact(last, every, asOf)).toEqual({ day, daysOverdue })
  })
})
