import { InputError } from '../../../core/input-error.ts'
import type { Place } from '../../../core/messages/phrases.ts'

/** Refuses a number, naming the place that it was read from. */
export type NumberCheck = (number: number, place: Place) => void

/** @throws InputError `notAtLeast`. */
export function atLeast(least: number): NumberCheck {
  return (number, place) => {
    if (number < least) throw new InputError('notAtLeast', { ...place, text: String(number), least })
  }
}

/** 0 or more. */
export const notNegative = atLeast(0)

/** Above 0. @throws InputError `notAbove`. */
export const positive: NumberCheck = (number, place) => {
  if (number <= 0) throw new InputError('notAbove', { ...place, text: String(number), limit: 0 })
}

/** Both ends are allowed. @throws InputError `notWithin`. */
export function within(low: number, high: number): NumberCheck {
  return (number, place) => {
    if (number < low || number > high) throw new InputError('notWithin', { ...place, text: String(number), low, high })
  }
}

/** A share of profit, 1 at most. @throws InputError `inPercent`. */
export const marginShare: NumberCheck = (number, place) => {
  if (number > 1) throw new InputError('inPercent', { ...place, text: String(number), share: 0.3 })
}

/** A rate of discount, from 0 to below 1. @throws InputError `inPercent`, `notAtLeast`. */
export const discountRate: NumberCheck = (number, place) => {
  if (number >= 1) throw new InputError('inPercent', { ...place, text: String(number), share: 0.01 })
  notNegative(number, place)
}

/** How many, 0 or more. @throws InputError `notCount`, `notAtLeast`. */
export const wholeCount: NumberCheck = (number, place) => {
  if (!Number.isInteger(number)) throw new InputError('notCount', { ...place, text: String(number) })
  notNegative(number, place)
}

/** Whole and from `least` to `most`. @throws InputError `notWhole`, `notAtLeast`, `notWithin`. */
export function wholeFrom(least: number, most = Infinity): NumberCheck {
  return (number, place) => {
    if (!Number.isInteger(number)) throw new InputError('notWhole', { ...place, text: String(number) })
    if (number > most) within(least, most)(number, place)
    atLeast(least)(number, place)
  }
}
