import type { Language } from '../../core/messages/messages.ts'
import { onOpen, showWorkspace } from '../menu.ts'
import { chosenLanguage, inWords, keepLanguage } from '../user-language.ts'

/** The language that the person chose; '' where their locale decides. */
export function languageChoice(): Language | '' {
  return inWords(() => chosenLanguage() ?? '')
}

/** Keeps the person's language, '' for that of their locale, and makes the menu and the form anew in it. */
export function chooseLanguage(language: Language | ''): void {
  inWords(() => {
    keepLanguage(language === 'en' || language === 'zh-CN' ? language : undefined)
    onOpen()
    showWorkspace()
  })
}
