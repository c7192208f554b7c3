import type { Language } from '../core/messages/messages.ts'

/** The languages in which a form is gone through: one, or with `THOROUGH=1` both. The gallery shows every form in both. */
export function formLanguages(usual: Language): Language[] {
  return process.env.THOROUGH === undefined ? [usual] : ['en', 'zh-CN']
}
