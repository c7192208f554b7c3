export const COLOURS = ['#0b57d0', '#e8710a', '#188038', '#9334e6', '#d01884', '#5f6368'] as const
export const INK = '#202124'
export const SOFT = '#5f6368'
export const LINE = '#dadce0'
export const WIDTH = 720
const FONT = "Roboto, 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Helvetica Neue', Arial, sans-serif"

/** One column of figures; undefined where its cell holds no number. */
export type Series = { name: string; values: (number | undefined)[] }

/** A picture on a white card, so that it reads on a dark page as well. */
export function svg(height: number, parts: string[]): string {
  const size = `width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"`
  const card = `<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8" fill="#fff" stroke="${LINE}"/>`
  const open = `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${FONT}" font-size="12">`
  return `${[open, card, ...parts, '</svg>'].join('\n')}\n`
}

type Look = { fill?: string; anchor?: 'start' | 'middle' | 'end'; weight?: number }

export function text(x: number, y: number, content: string, { fill = INK, anchor, weight }: Look = {}): string {
  const more = `${anchor ? ` text-anchor="${anchor}"` : ''}${weight ? ` font-weight="${weight}"` : ''}`
  return `<text x="${at(x)}" y="${at(y)}" fill="${fill}"${more}>${escaped(content)}</text>`
}

export function rect(x: number, y: number, width: number, height: number, fill: string, radius = 2): string {
  return `<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" rx="${radius}" fill="${fill}"/>`
}

export function line(x1: number, y1: number, x2: number, y2: number, stroke = LINE): string {
  return `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" stroke="${stroke}"/>`
}

/** The names of several series with their colours, from the left. */
export function legend(x: number, y: number, names: string[]): string[] {
  let left = x
  return names.flatMap((name, index) => {
    const parts = [rect(left, y - 9, 10, 10, COLOURS[index % COLOURS.length] as string), text(left + 15, y, name)]
    left += 15 + textWidth(name) + 20
    return parts
  })
}

/** Pixels that a text of 12 takes, near enough to keep things apart. */
export function textWidth(content: string): number {
  return [...content].reduce((width, letter) => width + (letter > '\u2e7f' ? 12 : 6.6), 0)
}

/** A text cut to a width. */
export function cut(content: string, width: number): string {
  if (textWidth(content) <= width) return content
  const letters = [...content]
  while (letters.length > 1 && textWidth(`${letters.join('')}…`) > width) letters.pop()
  return `${letters.join('')}…`
}

/** A coordinate to a tenth of a pixel. */
export function at(coordinate: number): string {
  return String(Math.round(coordinate * 10) / 10)
}

function escaped(content: string): string {
  return content.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
