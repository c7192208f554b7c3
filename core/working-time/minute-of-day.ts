/** The minutes from midnight to a time written `HH:MM`, up to 24:00. */
export function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
