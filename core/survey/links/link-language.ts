import type { Language } from '../../messages/messages.ts'

/** The language that a cell of the customer file asks for: `zh-CN`, `中文`, `Chinese`, `en`, `English`, `英语`; undefined for others. */
export function linkLanguage(cell: string): Language | undefined {
  const text = cell.trim().toLowerCase()
  if (/^(zh|cn|chi|chinese|mandarin|中|汉|漢|简体|繁体|普通话)/.test(text)) return 'zh-CN'
  return /^(en|eng|english|英)/.test(text) ? 'en' : undefined
}

/** The column whose heading says that it holds languages, from 0; -1 where none does. */
export function languageColumn(header: readonly string[]): number {
  return header.findIndex((each) => /language|\blang\b|语言|语种/i.test(each))
}
