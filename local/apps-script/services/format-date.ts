import { exception } from './exception.ts'
import { type TimeZone, timeZone, wallClock } from './time-zone.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

type Moment = { wall: Date; offset: number; zoneName: string }
type Letter = (moment: Moment, width: number) => string

/** A date in the pattern letters of Java's SimpleDateFormat, in English as Utilities.formatDate gives it. */
export function formatDate(date: Date, zoneName: string, pattern: string): string {
  const zone: TimeZone = timeZone(zoneName)
  const wall = new Date(wallClock(date.getTime(), zone))
  const moment = { wall, offset: zone.offsetAt(date.getTime()), zoneName }
  return patternPieces(pattern)
    .map((piece) => (piece.letter === undefined ? piece.text : letterOf(piece.letter)(moment, piece.text.length)))
    .join('')
}

export type PatternPiece = { letter: string | undefined; text: string }

/** Cuts `yyyy-MM-dd 'at' HH` into runs of one letter and the text between; two quotes are one. */
export function patternPieces(pattern: string): PatternPiece[] {
  return [...pattern.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g)].map(([piece, quoted, letter]) => {
    if (quoted !== undefined) return { letter: undefined, text: quoted === '' ? "'" : quoted.replaceAll("''", "'") }
    return { letter, text: piece }
  })
}

const letters: Record<string, Letter> = {
  G: ({ wall }) => (wall.getUTCFullYear() > 0 ? 'AD' : 'BC'),
  y: ({ wall }, width) => (width === 2 ? pad(wall.getUTCFullYear() % 100, 2) : pad(wall.getUTCFullYear(), width)),
  M: ({ wall }, width) => (width > 2 ? named(MONTHS, wall.getUTCMonth(), width) : pad(wall.getUTCMonth() + 1, width)),
  d: ({ wall }, width) => pad(wall.getUTCDate(), width),
  D: ({ wall }, width) => pad(dayOfYear(wall), width),
  E: ({ wall }, width) => named(DAYS, wall.getUTCDay(), width),
  u: ({ wall }, width) => pad(wall.getUTCDay() || 7, width),
  a: ({ wall }) => (wall.getUTCHours() < 12 ? 'AM' : 'PM'),
  H: ({ wall }, width) => pad(wall.getUTCHours(), width),
  k: ({ wall }, width) => pad(wall.getUTCHours() || 24, width),
  K: ({ wall }, width) => pad(wall.getUTCHours() % 12, width),
  h: ({ wall }, width) => pad(wall.getUTCHours() % 12 || 12, width),
  m: ({ wall }, width) => pad(wall.getUTCMinutes(), width),
  s: ({ wall }, width) => pad(wall.getUTCSeconds(), width),
  S: ({ wall }, width) => pad(wall.getUTCMilliseconds(), width),
  z: (moment, width) => zoneText(moment, width),
  Z: ({ offset }) => offsetText(offset, ''),
  X: ({ offset }, width) => isoOffset(offset, width),
}

function letterOf(letter: string): Letter {
  const found = letters[letter]
  if (found === undefined) throw exception(`Workbench: the date pattern letter ${letter} is not emulated`)
  return found
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0')
}

function named(names: string[], index: number, width: number): string {
  const name = names[index] ?? ''
  return width > 3 ? name : name.slice(0, 3)
}

function dayOfYear(wall: Date): number {
  return (
    Math.round((Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()) - yearStart(wall)) / 864e5) + 1
  )
}

function yearStart(wall: Date): number {
  return Date.UTC(wall.getUTCFullYear(), 0, 1)
}

function offsetText(offset: number, separator: string): string {
  const minutes = Math.abs(Math.round(offset / 60_000))
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${separator}${pad(minutes % 60, 2)}`
}

function isoOffset(offset: number, width: number): string {
  if (offset === 0) return 'Z'
  return width === 1 ? offsetText(offset, '').slice(0, 3) : offsetText(offset, width === 2 ? '' : ':')
}

function zoneText({ wall, offset, zoneName }: Moment, width: number): string {
  if (/^(GMT|UTC)?[+-]/.test(zoneName)) return `GMT${offsetText(offset, ':')}`
  const timeZoneName = width > 3 ? 'long' : 'short'
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zoneName, timeZoneName }).formatToParts(
    wall.getTime() - offset,
  )
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zoneName
}
