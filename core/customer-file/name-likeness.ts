import { editDistance } from './edit-distance.ts'
import { differByMark, type NameMarks, nameMarks } from './name-marks.ts'

/** A folded name made ready for comparing: its letters without spaces, in the order written and by sorted words. */
export type ComparableName = {
  words: readonly string[]
  sorted: readonly string[]
  letters: readonly number[]
  sortedLetters: readonly number[]
  /** Which letters occur, a bit for each code modulo 32: an edit changes two bits at most. */
  bits: number
  marks: NameMarks
}

/** Names are alike from here on, and so is each word of two names with as many words. */
export const LEAST_LIKENESS = 0.88
const LEAST_WORD_LIKENESS = 0.75

/** @param text A name as `foldedName` gives it. */
export function comparableName(text: string): ComparableName {
  const written = text.split(' ')
  const inOrder = [...written].sort()
  const letters = lettersOf(written.join(''))
  const isSorted = inOrder.every((word, at) => word === written[at])
  return {
    words: written,
    sorted: isSorted ? written : inOrder,
    letters,
    sortedLetters: isSorted ? letters : lettersOf(inOrder.join('')),
    bits: letters.reduce((bits, letter) => bits | (1 << (letter & 31)), 0),
    marks: nameMarks(text),
  }
}

/**
 * How alike two names are, 0 to 1: 1 less the edits (`editDistance`) per letter of the longer one, in the order
 * written or by sorted words, whichever is more; spaces do not count.
 *
 * Names that differ by a number or a Chinese place, or in a word that is not alike to its counterpart (Wei, Lei), are
 * 0: one letter of many is no likeness where it is the one that matters.
 *
 * @returns 0 below `LEAST_LIKENESS`.
 */
export function nameLikeness(a: ComparableName, b: ComparableName): number {
  const written = lettersLikeness(a.letters, b.letters)
  const isSorted = a.sorted === a.words && b.sorted === b.words
  const sorted = isSorted ? 0 : lettersLikeness(a.sortedLetters, b.sortedLetters)
  const likeness = Math.max(
    written > 0 && wordsAlike(a.words, b.words) ? written : 0,
    sorted > written && wordsAlike(a.sorted, b.sorted) ? sorted : 0,
  )
  return likeness > 0 && likeness < 1 && differByMark(a.marks, b.marks) ? 0 : likeness
}

/** The most edits that names of this length can be apart and still alike. */
export function mostEdits(length: number): number {
  return Math.floor((1 - LEAST_LIKENESS) * length + 1e-9)
}

function lettersLikeness(a: readonly number[], b: readonly number[]): number {
  const length = Math.max(a.length, b.length)
  const edits = length === 0 ? undefined : editDistance(a, b, mostEdits(length))
  return edits === undefined ? 0 : 1 - edits / length
}

function wordsAlike(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length === 1) return true
  return a.every((word, at) => {
    const other = b[at] as string
    if (word === other) return true
    const length = Math.max(word.length, other.length)
    return editDistance(lettersOf(word), lettersOf(other), Math.floor((1 - LEAST_WORD_LIKENESS) * length)) !== undefined
  })
}

function lettersOf(text: string): number[] {
  return Array.from(text, (letter) => letter.codePointAt(0) as number)
}
