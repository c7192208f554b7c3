import { companyForms, eitherSideForms, leadingForms, unspacedForms } from './company-forms.ts'

/** A name as it is compared, whether it said that it is a company's, and what was taken off of it, folded as well. */
export type FoldedName = { text: string; company: boolean; forms: readonly string[] }

const LETTERS: Record<string, string> = { ß: 'ss', ø: 'o', œ: 'o', æ: 'a', ł: 'l', đ: 'd', ı: 'i', þ: 'th', ð: 'd' }
const TRADITIONAL: Record<string, string> = { 團: '团', 責: '责', 國: '国', 總: '总', 會: '会', 夥: '伙', 資: '资' }
const TRAILING = new Set(companyForms)
const LEADING = new Set(leadingForms)
const MOST_WORDS = Math.max(...[...companyForms, ...leadingForms].map((form) => form.split(' ').length))
const ENDINGS = [...unspacedForms, ...eitherSideForms]
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const AROUND_UNSPACED =
  / (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]) /gu
const BRACKETED = /\((?:china|cn|group|holdings?)\)/g
const BRANCH = /(?:分|子)公司$/

/**
 * A name without what does not tell customers apart: case, accents, full and half width, punctuation, spaces, company
 * forms at either end (Ltd, GmbH & Co. KG, S.r.l., 株式会社, 有限公司, （中国）). ä, ö, ü are the same as ae, oe, ue.
 *
 * A branch (分公司) is not its company. A name of nothing but such words stays as it is.
 */
export function foldedName(name: string): FoldedName {
  const plain = letters(name)
  const forms: string[] = []
  const text = UNSPACED.test(plain) ? withoutUnspacedForms(plain, forms) : plain
  const words = wordsOf(text)
  const core = withoutForms(words, forms)
  const company = forms.length > 0
  const folded = core.join(' ').replace(AROUND_UNSPACED, '')
  const mixed = core.length < words.length && UNSPACED.test(folded) ? foldedName(folded) : undefined
  const all = [...forms, ...(text.match(BRACKETED) ?? []), ...(mixed?.forms ?? [])]
  return { text: mixed?.text ?? folded, company, forms: all }
}

function letters(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?![\u3099\u309a])\p{Mn}/gu, '')
    .normalize('NFC')
    .replace(/[ßøœæłđıþð]/g, (letter) => LETTERS[letter] as string)
    .replace(/[團責國總會夥資]/g, (letter) => TRADITIONAL[letter] as string)
    .replace(/([aou])e/g, '$1')
    .trim()
}

/** Takes forms off as long as one is there and something else stays; they are added to the list. */
function withoutUnspacedForms(name: string, forms: string[]): string {
  const found = endForm(name.replace(/(?<![\s.,;:])[\s.,;:]+$/, ''))
  if (!found) return name
  forms.push(found.form)
  return withoutUnspacedForms(found.rest.trim(), forms)
}

function endForm(name: string): { form: string; rest: string } | undefined {
  const endings = BRANCH.test(name) ? [] : ENDINGS.filter((form) => name.endsWith(form))
  const beginnings = eitherSideForms.filter((form) => name.startsWith(form))
  return [
    ...endings.map((form) => ({ form, rest: name.slice(0, -form.length) })),
    ...beginnings.map((form) => ({ form, rest: name.slice(form.length) })),
  ].find(({ rest }) => /[\p{L}\p{N}]/u.test(rest))
}

/** Words without punctuation: `S.r.l.`, `S. r. l.` and `A/S` give one word each; `&`, `und`, `et` are `and`. */
function wordsOf(text: string): string[] {
  return text
    .replace(BRACKETED, ' ')
    .replace(/[.'’`´]/g, '')
    .replace(/(?<!\p{L})(\p{L})\/(?=\p{L}(?!\p{L}))/gu, '$1')
    .replace(/[&+]/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<=^| )(?:und|et)(?= )/g, 'and')
    .replace(/(?<=^| )(\p{L}) (?=\p{L}(?: |$))/gu, '$1')
    .split(' ')
    .filter((word) => word !== '')
}

function withoutForms(words: readonly string[], forms: string[]): readonly string[] {
  const end = formLength(words, TRAILING, (count) => words.slice(-count))
  if (end > 0) {
    forms.push(...words.slice(-end))
    return withoutForms(withoutAnd(words.slice(0, -end)), forms)
  }
  const start = formLength(words, LEADING, (count) => words.slice(0, count))
  forms.push(...words.slice(0, start))
  return start > 0 ? withoutForms(words.slice(start), forms) : words
}

/** How many words of a form stand there, the most that leave something of the name; 0 where none do. */
function formLength(
  words: readonly string[],
  forms: ReadonlySet<string>,
  part: (count: number) => readonly string[],
): number {
  for (let count = Math.min(MOST_WORDS, words.length - 1); count > 0; count--) {
    if (forms.has(part(count).join(' '))) return count
  }
  return 0
}

function withoutAnd(words: readonly string[]): readonly string[] {
  return words.length > 1 && words[words.length - 1] === 'and' ? words.slice(0, -1) : words
}
