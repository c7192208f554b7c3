import { firstWeekday } from '../../core/calendar/first-weekday.ts'
import type { Weekday } from '../../core/calendar/periods.ts'
import { type ZoneDays, zoneDays } from '../../core/calendar/zone-days.ts'
import { type Messages, messagesFor } from '../../core/messages/messages.ts'

/** What a formula may know of its spreadsheet. Each part is asked for only when it is used, and once. */
export type CellContext = {
  /** The words of the spreadsheet's locale, never of the person who recalculates. */
  readonly messages: Messages
  readonly weekStart: Weekday
  /** Days and instants in the spreadsheet's time zone. */
  readonly zone: ZoneDays
}

export function cellContext(): CellContext {
  let locale: string | undefined
  let zone: ZoneDays | undefined
  const localeOnce = () => {
    locale ??= SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale()
    return locale
  }
  return {
    get messages() {
      return messagesFor(localeOnce())
    },
    get weekStart() {
      return firstWeekday(localeOnce())
    },
    get zone() {
      zone ??= zoneDays(offsetIn(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone()))
      return zone
    },
  }
}

/** Milliseconds by which a time zone is ahead of UTC, seconds included: zones of old had them. */
function offsetIn(timeZone: string): (instant: number) => number {
  return (instant) => {
    const local = Utilities.formatDate(new Date(instant), timeZone, "yyyy-MM-dd'T'HH:mm:ss")
    return Date.parse(`${local}Z`) - Math.floor(instant / 1000) * 1000
  }
}
