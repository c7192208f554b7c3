import type { Language } from '../../../core/messages/messages.ts'
import type { LocalMessages } from '../../messages/messages.ts'
import type { Init, MenuItem } from '../wire.ts'
import { element } from './element.ts'
import { menuButton, type Run } from './menu.ts'

export type Status = keyof LocalMessages['workbench']['status']

export type TopBar = {
  texts: LocalMessages['workbench']
  language: Language
  menu: MenuItem[]
  documents: Init['documents']
  /** The key of the one that is open. */
  document: string
  run: Run
  copyDocument(): void
  openDocument(key: string): void
  showGaps(): void
  chooseLanguage(language: Language): void
}

const drawn = new WeakMap<HTMLElement, string>()

/**
 * Draws the bar above the grid: name, menus, whether all is saved, what this is, and the language.
 *
 * Where nothing of it has changed it stays, and with it a menu that is open.
 */
export function drawTopBar(bar: HTMLElement, top: TopBar, status: Status): void {
  const { texts, language, menu, documents, document, run } = top
  const shown = JSON.stringify([language, menu, documents, document])
  if (drawn.get(bar) !== shown) {
    drawn.set(bar, shown)
    const addon = menu.length ? [{ caption: 'Tiersheet', items: menu }] : []
    bar.replaceChildren(
      element('span', { class: 'wb-logo', 'aria-hidden': 'true' }),
      element('h1', {}, texts.name),
      fileMenu(top),
      menuButton(texts.extensions, addon, run),
      element('span', { role: 'status' }),
      element('span', { class: 'wb-space' }),
      element('button', { class: 'wb-label', onclick: top.showGaps, 'aria-haspopup': 'dialog' }, texts.label),
      languageChoice(top),
    )
  }
  const shownStatus = bar.querySelector('[role=status]') as HTMLElement
  shownStatus.className = `wb-status wb-${status}`
  shownStatus.textContent = texts.status[status]
}

function fileMenu({ texts, documents, document, copyDocument, openDocument }: TopBar): HTMLElement {
  const copy = 'copy'
  const others = documents.map(({ key, name }) => ({
    caption: key === document ? `✓ ${name}` : name,
    run: `open ${key}`,
  }))
  const items: MenuItem[] = [
    { caption: texts.makeCopy, run: copy },
    ...(others.length > 0 ? [{ caption: texts.open, items: others }] : []),
  ]
  return menuButton(texts.file, items, ({ run }) => (run === copy ? copyDocument() : openDocument(run.slice(5))))
}

function languageChoice({ texts, language, chooseLanguage }: TopBar): HTMLElement {
  const languages = element(
    'select',
    { 'aria-label': texts.language, class: 'wb-language', onchange: () => chooseLanguage(languages.value as Language) },
    element('option', { value: 'en', selected: language === 'en' }, 'English'),
    element('option', { value: 'zh-CN', selected: language === 'zh-CN' }, '简体中文'),
  )
  return languages
}
