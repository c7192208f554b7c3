import { cellContext } from '../formulas/cell-context.ts'

/** Today in the spreadsheet's time zone, in days since 1970-01-01. */
export function today(): number {
  return cellContext().zone.dayOf(Date.now())
}

/** This instant, as cells hold it. */
export function nowTime(): Date {
  return new Date()
}

/** A day as a cell holds it: its first instant in the spreadsheet's time zone. */
export function dayCell(day: number): Date {
  return new Date(cellContext().zone.startOf(day))
}

/** The person at work; blank where Google does not say. */
export function me(): string {
  return Session.getEffectiveUser().getEmail()
}
