import { zonedInstant } from '../../calendar/zoned-time.ts'
import { cellDay } from '../../customer-file/cell-day.ts'
import type { PlainCell } from '../../customer-file/customer-table.ts'
import type { DayOrder } from '../../orders/day-order.ts'

const DAY_SECONDS = 86_400
/** Hours and minutes, with seconds, half of the day and offset if they are there. */
const CLOCK =
  /(上午|下午)?\s*(\d{1,2})[:时](\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?|分?(\d{1,2})秒|分)?\s*([AP])?\.?(?:M\.?)?(上午|下午)?\s*(Z|(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?|UTC|GMT)?$/i

/**
 * When a cell says that something happened: a day `2026-03-31` where it has no time of day, else the instant.
 *
 * @param order For dates such as 03/04/2024; without it these are ambiguous.
 * @param timeZone Whose wall clock times of day without an offset are.
 */
export function cellMoment(
  cell: PlainCell,
  order: DayOrder | undefined,
  timeZone: string,
): string | 'ambiguous' | undefined {
  const serial = serialOf(cell)
  const day = cellDay(serial === undefined ? cell : Math.floor(serial), order)
  if (day === undefined || day === 'ambiguous') return day
  const clock = serial === undefined ? clockOf(String(cell)) : { seconds: Math.round((serial % 1) * DAY_SECONDS) }
  if (clock === 'none') return day
  if (clock === undefined) return undefined
  if (serial !== undefined && clock.seconds === 0) return day
  const wall = Date.parse(`${day}T00:00:00Z`) + clock.seconds * 1000
  const at = clock.offset === undefined ? zonedInstant(wall, timeZone) : wall - clock.offset * 60_000
  return new Date(at).toISOString()
}

/** A spreadsheet's number of a day, its time of day as the fraction. */
function serialOf(cell: PlainCell): number | undefined {
  if (typeof cell === 'number') return cell
  return /^\s*\d{5}\.\d+\s*$/.test(String(cell)) ? Number(cell) : undefined
}

type Clock = { seconds: number; offset?: number | undefined }

function clockOf(text: string): Clock | 'none' | undefined {
  const found = CLOCK.exec(text.normalize('NFKC').trim())
  if (!found) return 'none'
  const [, before, hour, minute, second, chinese, half, after, zone, sign, zoneHours, zoneMinutes] = found
  const isAfternoon = half?.toUpperCase() === 'P' || before === '下午' || after === '下午'
  const isMorning = half?.toUpperCase() === 'A' || before === '上午' || after === '上午'
  const given = Number(hour)
  const hours = isAfternoon && given < 12 ? given + 12 : isMorning && given === 12 ? 0 : given
  const [minutes, seconds] = [Number(minute), Number(second ?? chinese ?? 0)]
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined
  const offset = (Number(zoneHours ?? 0) * 60 + Number(zoneMinutes ?? 0)) * (sign === '-' ? -1 : 1)
  return { seconds: hours * 3600 + minutes * 60 + seconds, offset: zone ? offset : undefined }
}
