import { en } from './en.ts'
import { zhCN } from './zh-cn.ts'

/** Every text that a person can read, in one language. A text with something to fill in is a function of it. */
export type Messages = typeof en

export const languages = ['en', 'zh-CN'] as const
export type Language = (typeof languages)[number]

/** The table for a locale such as `zh_CN`, `zh-Hans` or `en_GB`; English where there is none. */
export function messagesFor(locale: string | undefined): Messages {
  return languageOf(locale) === 'zh-CN' ? zhCN : en
}

/** The interface language that serves a locale. */
export function languageOf(locale: string | undefined): Language {
  return /^zh\b|^zh[_-]/i.test(locale ?? '') ? 'zh-CN' : 'en'
}
