import { writtenAmount } from '../../../core/orders/written-amount.ts'
import { type Cell, isBlank, isFailure } from './cell.ts'
import { plainText } from './plain-text.ts'

/** What people write where they have no number and no date. */
const PLACEHOLDER =
  /^(?:[-\u2010-\u2015_/?.]+|n\/?a\.?|none|null|nil|nan|never|unknown|tbd|无|没有|暂无|从未|未知|不详|待定|空)$/i
/** A number that was tried: 1,200, $5, (3), #12, 50 %. */
const TRIED = /^[\s#¥$€£(+-]*[\d.,]+[\s%)]*$/
const SCIENTIFIC = /^\s*[+-]?\d+(?:\.\d+)?E[+-]?\d+\s*$/
/** What a number is counted in: 12K, 1.2万元, $6M; 6M alone may head a column of months. */
const MAGNITUDE = /(?<=\d)\s?(?:%|[千万亿]{1,2}|(?:K|MN|BN|(?<=(?:[.,]|\p{Sc})\d{1,9}\s?)M)(?![A-Z]))/u
/** No amount is longer; what is would be looked through for long. */
const LONGEST = 40
const LETTERS = /^[A-Z]{3}$/
/** Codes of currencies that are no words: "KPI 1" heads a column, "USD 500" does not. */
const CURRENCY =
  /^(?:USD|EUR|GBP|CNY|RMB|JPY|HKD|TWD|KRW|SGD|INR|AUD|CAD|NZD|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|MXN|BRL|ZAR|AED|SAR|THB|MYR|IDR|PHP|VND|ILS|RUB|UAH)$/
const DATE_WORD =
  /^(?:\p{Nd}+|st|nd|rd|th|am|pm|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|[年月日号]|(?:周|星期|礼拜)[一二三四五六日天])$/iu

/** What stands for nothing, such as n/a: it tells neither headings nor data. */
export function isPlaceholder(cell: Cell): boolean {
  return typeof cell === 'string' && PLACEHOLDER.test(plainText(cell).trim())
}

/**
 * Text above numbers: not one itself, however it is written, nor what stands for one.
 *
 * Digits alone do not make a value: "Q1", "30 days", "2024年" and "Amount 2024" head columns.
 */
export function isNumberHeading(cell: Cell): boolean {
  return isText(cell) && !isWrittenNumber(plainText(cell))
}

/** Text above dates: not one itself, however it is written, nor what stands for one. */
export function isDayHeading(cell: Cell): boolean {
  return isText(cell) && /^[\s#]*[^\s\d#]/.test(cell) && !isWrittenDate(cell)
}

/** Whether a row is headings: one cell at least, and nothing else but blanks and what stands for nothing. */
export function isHeadingRow(cells: readonly Cell[], isHeading = isNumberHeading): boolean {
  return cells.some(isHeading) && cells.every((cell) => isBlank(cell) || isPlaceholder(cell) || isHeading(cell))
}

function isText(cell: Cell): cell is string {
  return typeof cell === 'string' && !isBlank(cell) && !isFailure(cell) && !isPlaceholder(cell)
}

function isWrittenNumber(text: string): boolean {
  const capitals = text.toUpperCase()
  if (text.length > LONGEST) return false
  if (TRIED.test(text) || SCIENTIFIC.test(capitals)) return true
  const amount = writtenAmount(capitals.replace(MAGNITUDE, ''))
  return amount !== undefined && (!LETTERS.test(amount.currency) || CURRENCY.test(amount.currency))
}

/** Digits among nothing but the words of dates: Jan 5, 2024. */
function isWrittenDate(text: string): boolean {
  const words = text.match(/\p{L}+|\p{Nd}+/gu) ?? []
  return words.some((word) => /\p{Nd}/u.test(word)) && words.every((word) => DATE_WORD.test(word))
}
