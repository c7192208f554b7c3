import type { Audience } from '../../audience/audiences.ts'
import { messages } from '../kit/language.ts'

/** What an audience is called. */
export function audienceName({ kind, name }: Pick<Audience, 'kind' | 'name'>): string {
  return kind === 'everyone' ? messages.audiences.everyone : name
}

/** An instant in the reader's own time, to the minute. */
export function shownTime(instant: string): string {
  return new Date(instant).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' })
}
