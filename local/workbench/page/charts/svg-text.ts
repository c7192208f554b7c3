const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

/** About how wide a text is, in pixels: a Chinese character is as wide as the font is high, others about half. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0
  for (const character of text) width += character.codePointAt(0)! > 0x2e7f ? 1 : 0.56
  return width * fontSize
}

/** A text that is no wider than `width` pixels, cut with an ellipsis where it must be. */
export function fitted(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text
  let kept = ''
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, fontSize) > width) break
    kept += character
  }
  return kept ? `${kept}…` : ''
}

type TextStyle = { anchor?: 'start' | 'middle' | 'end'; size?: number; color?: string; bold?: boolean; turn?: number }

/** A text element whose baseline is at `y`; `turn` in degrees about its place. */
export function svgText(text: string, x: number, y: number, style: TextStyle = {}): string {
  const { anchor = 'start', size = 11, color = '#5f6368', bold = false, turn } = style
  const turned = turn ? ` transform="rotate(${turn} ${x.toFixed(1)} ${y.toFixed(1)})"` : ''
  const weight = bold ? ' font-weight="500"' : ''
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" font-size="${size}" fill="${color}"${weight}${turned}>${escaped(text)}</text>`
}
