import { folded } from '../folded.ts'
import type { Complaint, Instant } from './complaint.ts'

/** What somebody is about to take in. */
export type ToldAgain = Pick<Complaint, 'category' | 'description'>

/** What the desk knows of an earlier one of the same customer. */
export type Earlier = ToldAgain & Pick<Complaint, 'state' | 'receivedAt'>

const DAYS = 30
const DAY = 86_400_000
/** What the same category adds; the rest is of words. */
const CATEGORY = 0.4
/** The same category alone is enough, or half of the words. */
const LEAST = 0.3

/** Whether a complaint may be what a customer tells again: it is not closed, or was received in the last 30 days. */
export function isRecent({ state, receivedAt }: Pick<Complaint, 'state' | 'receivedAt'>, now: Instant): boolean {
  return state !== 'closed' || Date.parse(receivedAt) >= Date.parse(now) - DAYS * DAY
}

/**
 * Those of the same customer that a new complaint may repeat, the likeliest first, at equal likeness the latest.
 *
 * Likeness, 0 to 1: 0.4 for the same category and 0.6 times the Sørensen-Dice coefficient of the words (pairs of
 * neighbours in Chinese, which has no spaces; words of one or two letters do not count). From 0.3 on it is likely.
 */
export function likelyDuplicates<E extends Earlier>(
  told: ToldAgain,
  earlier: readonly E[],
  now: Instant,
): { complaint: E; likeness: number }[] {
  const words = wordsOf(told.description)
  return earlier
    .filter((complaint) => isRecent(complaint, now))
    .map((complaint) => ({ complaint, likeness: likeness(told, words, complaint) }))
    .filter(({ likeness }) => likeness >= LEAST)
    .sort((a, b) => b.likeness - a.likeness || (a.complaint.receivedAt < b.complaint.receivedAt ? 1 : -1))
}

function likeness(told: ToldAgain, words: ReadonlySet<string>, earlier: ToldAgain): number {
  const category = folded(told.category)
  const isSame = category !== '' && category === folded(earlier.category)
  return (isSame ? CATEGORY : 0) + (1 - CATEGORY) * dice(words, wordsOf(earlier.description))
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

function wordsOf(text: string): Set<string> {
  const runs = folded(text).match(/\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+/gu) ?? []
  return new Set(runs.flatMap((run) => (/\p{Script=Han}/u.test(run) ? pairs(run) : run.length > 2 ? [run] : [])))
}

function pairs(run: string): string[] {
  const letters = Array.from(run)
  return letters.length === 1 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}
