import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { emailKey } from '../../core/customer-file/email-key.ts'
import { phoneKey } from '../../core/customer-file/phone-key.ts'
import { patterns as changesAsked } from '../../core/goals/change-asked.ts'
import { dateParts } from '../../core/orders/date-parts.ts'
import { AMOUNT } from '../../core/orders/written-amount.ts'
import { chanceOf } from '../simulation/chance.ts'
import { attacksOn } from './attacks-on.ts'
import { parsedPattern } from './parsed-pattern.ts'
import { stepsOfMatch } from './steps-of-match.ts'

/** Characters of a text that a pattern is tried on, and of one of half the length. */
const LENGTH = 200
/** Fewer steps than these are no growth yet. */
const FEW_STEPS = 12 * LENGTH
/** What twice the text may take: twice as many steps where they grow with its length, four times with its square. */
const MOST_GROWTH = 2.6

/** Their functions see to it that their patterns are only tried on short texts. */
const ON_SHORT = [
  'core/orders/date-parts.ts',
  'core/complaint/import/cell-moment.ts',
  'core/customer-file/email-key.ts',
  'core/customer-file/phone-key.ts',
]
/** What is put together from texts: what the two export is tried, of a person's words nothing repeats. */
const MADE_FROM_TEXT = [
  'core/customer-file/tells-of-person.ts',
  'core/goals/change-asked.ts',
  'core/orders/written-amount.ts',
]

/** Regular expressions in a line of code, by what may stand before one. */
const LITERAL = /(?:[=(,:[!&|?{;]|return|=>)\s*\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/g

const files = ['core', 'functions', 'addon']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  )
  .map((file) => ({ file, code: readFileSync(file, 'utf8').replace(/^\s*\{?(?:\/?\*|\/\/).*$/gm, '') }))
const literals = files.flatMap(({ file, code }) =>
  [...code.matchAll(LITERAL)].map(([, source, flags]) => ({ file, pattern: new RegExp(source!, flags) })),
)

/** The attack, if any, that a pattern takes far longer over where it is longer. */
function slowOver(pattern: RegExp): string | undefined {
  if (!/[*+]|,\}/.test(pattern.source)) return undefined
  const parsed = parsedPattern(pattern)
  const stepsOver = (text: string) => stepsOfMatch(parsed, text, pattern.flags)
  return attacksOn(parsed, chanceOf(1)).find(({ text }) => {
    try {
      const steps = stepsOver(text(LENGTH))
      return steps > FEW_STEPS && steps > MOST_GROWTH * stepsOver(text(LENGTH / 2))
    } catch {
      return true
    }
  })?.part
}

test('what is far too long to be a date, an address or a number is none, at once', () => {
  for (const part of ['a', ' ', '0', '1 ', 'a@', 'a.', '(', '2024-03-05 ']) {
    const text = `x${part.repeat(50_000 / part.length)}x`
    expect([part, dateParts(text), emailKey(text)]).toEqual([part, undefined, undefined])
    phoneKey(text)
  }
  expect(emailKey(`${'a'.repeat(50_000)} Li <Li@Example.com>`)).toBe('li@example.com')
})

test('no pattern takes longer than its text is long', () => {
  const texts = [...changesAsked, AMOUNT].map((pattern) => ({ file: 'made from texts', pattern }))
  expect(literals.length).toBeGreaterThan(250)
  const slow = [...literals, ...texts]
    .filter(({ file }) => !ON_SHORT.includes(file))
    .map(({ file, pattern }) => ({ file, pattern: String(pattern), over: slowOver(pattern) }))
  expect(slow.filter(({ over }) => over !== undefined)).toEqual([])
  expect(
    files
      .filter(({ code }) => /\bnew RegExp\(/.test(code))
      .map(({ file }) => file)
      .sort(),
  ).toEqual(MADE_FROM_TEXT)
})

test.each([/\s+$/, /^\s*(?:x?)\s*$/, /\([^)]*\)/g, /^(a|aa)+$/, /(?=\d*x)./, /.+@[^@]+\./])(
  'a pattern such as %s is found to be slow',
  (pattern) => expect(slowOver(pattern)).toBeDefined(),
)
