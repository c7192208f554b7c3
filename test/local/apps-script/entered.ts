import type { Cell } from '../../../local/workbench/workbook.ts'

/**
 * What a cell holds once a text is set, as Sheets reads typed text: `'` keeps what follows as text, and numbers, days,
 * times and truth values are what they say, but in a text cell.
 */
export function entered(cell: Cell, asText: boolean): Cell {
  if (typeof cell !== 'string' || cell === '') return cell
  if (cell.startsWith("'")) return cell.slice(1)
  if (asText) return cell
  const text = cell.trim()
  if (/^(true|false)$/i.test(cell)) return /^t/i.test(cell)
  if (/^#(N\/A|REF!|VALUE!|NAME\?|NUM!|DIV\/0!|ERROR!)$/.test(text)) return { error: text }
  return numberIn(text) ?? momentIn(text) ?? cell
}

function numberIn(text: string): number | undefined {
  const [, open, sign, currency, digits = '', exponent = '', percent, close] =
    /^(\()?([+-])?([$¥€£￥])?((?:\d[\d,]*\.?\d*|\.\d+))(e[+-]?\d+)?(\s*%)?(\))?$/i.exec(text) ?? []
  if (digits === '' || (open === undefined) !== (close === undefined) || (currency && exponent)) return undefined
  const number = Number(digits.replaceAll(',', '') + exponent) / (percent === undefined ? 1 : 100)
  return sign === '-' || open ? -number : number
}

/** `2024-03-01`, `2024/3/1 10:30`, `3/1/2024`, `3/1` of this year, `10:30`. */
function momentIn(text: string): { date: number } | undefined {
  const [, year = '', firstMonth = '', firstDay = '', month = firstMonth, day = firstDay, lastYear = year, time = ''] =
    /^(?:(\d{4})[-/](\d{1,2})[-/](\d{1,2})|(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}))?)?\s*(\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(
      text,
    ) ?? []
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  const clock = (hours * 3600 + minutes * 60 + seconds) / 86_400
  if (month === '') return time === '' ? undefined : { date: clock }
  const at = Date.UTC(Number(lastYear || new Date().getFullYear()), Number(month) - 1, Number(day))
  if (new Date(at).getUTCMonth() !== Number(month) - 1) return undefined
  return { date: (at - Date.UTC(1899, 11, 30)) / 864e5 + clock }
}
