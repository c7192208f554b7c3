import type { Language } from '../../../core/messages/messages.ts'
import type { LocalMessages } from '../../messages/messages.ts'
import type { MenuItem } from '../wire.ts'
import { element } from './element.ts'
import { menuButton, type Run } from './menu.ts'

export type Status = keyof LocalMessages['workbench']['status']

export type TopBar = {
  texts: LocalMessages['workbench']
  language: Language
  menu: MenuItem[]
  status: Status
  run: Run
  showGaps(): void
  chooseLanguage(language: Language): void
}

/** Draws the bar above the grid: name, the add-on's menu, whether all is saved, what this is, and the language. */
export function drawTopBar(bar: HTMLElement, { texts, language, menu, status, run, showGaps, chooseLanguage }: TopBar) {
  const addon = menu.length ? [{ caption: 'Tiersheet', items: menu }] : []
  const languages = element(
    'select',
    { 'aria-label': texts.language, class: 'wb-language', onchange: () => chooseLanguage(languages.value as Language) },
    element('option', { value: 'en', selected: language === 'en' }, 'English'),
    element('option', { value: 'zh-CN', selected: language === 'zh-CN' }, '简体中文'),
  )
  bar.replaceChildren(
    element('span', { class: 'wb-logo', 'aria-hidden': 'true' }),
    element('h1', {}, texts.name),
    menuButton(texts.extensions, addon, run),
    element('span', { class: `wb-status wb-${status}`, role: 'status' }, texts.status[status]),
    element('span', { class: 'wb-space' }),
    element('button', { class: 'wb-label', onclick: showGaps, 'aria-haspopup': 'dialog' }, texts.label),
    languages,
  )
}
