/** An instant in the reader's own time, to the minute. */
export function shownTime(instant: string): string {
  return new Date(instant).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' })
}
