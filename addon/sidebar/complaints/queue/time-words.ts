import type { Complaint, Instant } from '../../../../core/complaint/complaint.ts'
import { timeLeft } from '../../../../core/complaint/time-left.ts'
import type { BusinessCalendar } from '../../../../core/working-time/business-calendar.ts'
import { messages } from '../../kit/language.ts'

const text = messages.complaintQueue

/** The next deadline in words: `First response due today 16:00`, `Resolution 2 h late`; '' where no clock runs. */
export function timeWords(complaint: Complaint, calendar: BusinessCalendar, now: Instant): string {
  const left = timeLeft(complaint, calendar, now)
  if (!left) return complaint.state === 'waiting' ? text.paused : ''
  const clock = messages.complaintMail.clocks[left.clock]
  if (left.late) return text.late({ clock, time: duration(-left.minutes) })
  const { day, time, days } = left
  const at = days === 0 ? text.today(time) : days === 1 ? text.tomorrow(time) : `${day} ${time}`
  return text.dueAt({ clock, at })
}

/** Working time, in minutes below an hour, else in whole hours. */
function duration(minutes: number): string {
  return minutes < 60 ? text.minutes(Math.floor(minutes)) : text.hours(Math.floor(minutes / 60))
}
