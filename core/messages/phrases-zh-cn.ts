import type { Place } from './phrases.ts'

/** Where a cell is: `dates第7行`, `weights第2列`, or the argument alone. */
export function place({ argument, row, inColumn }: Place): string {
  if (inColumn !== undefined) return `${argument}第${inColumn}列`
  return row === undefined ? argument : `${argument}第${row}行`
}

/** `A、B或C`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join('、')}或${words[words.length - 1]}`
}

/** `“电话”必填，请填写`, how a sentence about a column begins. */
export function asked({ column, required }: { column: string; required: boolean }): string {
  return `“${column}”${required ? '必填，' : ''}请填写`
}
