import type { Language } from '../../core/messages/messages.ts'
import { localEn } from './en.ts'
import { localZhCN } from './zh-cn.ts'

/** Texts of the workbench, its sample and its command line; those of the add-on and the API are in `core/messages`. */
export type LocalMessages = typeof localEn

export function localMessages(language: Language): LocalMessages {
  return language === 'zh-CN' ? localZhCN : localEn
}
