import type { LocalMessages } from '../../messages/messages.ts'
import type { AlertButton, AlertButtons, RunResult } from '../wire.ts'
import { element } from './element.ts'
import { formFrame } from './frame.ts'

export type PanelHost = {
  texts(): LocalMessages['workbench']
  run(from: 'sidebar' | 'dialog', name: string, args: unknown[]): Promise<RunResult>
  focusGrid(): void
}

/** The 300 pixels at the right that the add-on's sidebars open in, one at a time. */
export function sidebarPanel(panel: HTMLElement, host: PanelHost) {
  function close() {
    panel.replaceChildren()
    panel.hidden = true
    // The grid draws itself to its own size.
    dispatchEvent(new Event('resize'))
  }
  function show(title: string, html: string) {
    const frame = formFrame(title, html, {
      run: (name, args) => host.run('sidebar', name, args),
      close,
      focusGrid: host.focusGrid,
    })
    const head = element(
      'div',
      { class: 'wb-panel-head' },
      element('h2', {}, title),
      closeButton(host.texts().close, close),
    )
    panel.replaceChildren(head, frame)
    panel.hidden = false
    dispatchEvent(new Event('resize'))
  }
  return { show, close }
}

/** A dialog of the add-on's, over everything else until it is closed. */
export function showDialog(
  { title, html, width, height }: { title: string; html: string; width: number; height: number },
  host: PanelHost,
) {
  const close = () => dialog.close()
  const frame = formFrame(title, html, {
    run: (name, args) => host.run('dialog', name, args),
    close,
    escape: close,
    focusGrid: host.focusGrid,
    resize: (size) => {
      if (size.width) frame.style.width = `${size.width}px`
      if (size.height) frame.style.height = `${size.height}px`
    },
  })
  frame.style.width = `${width}px`
  frame.style.height = `${height}px`
  const head = element(
    'div',
    { class: 'wb-panel-head' },
    element('h2', {}, title),
    closeButton(host.texts().close, close),
  )
  const dialog = openDialog(title, [head, frame])
}

/** Asks until one of the buttons is pressed; closing without one is 'CLOSE'. */
export function showAlert(
  { title, message, buttons }: { title: string; message: string; buttons: AlertButtons },
  texts: LocalMessages['workbench'],
): Promise<AlertButton> {
  const names = { OK: texts.ok, CANCEL: texts.cancel, YES: texts.yes, NO: texts.no, CLOSE: texts.close }
  const choices = buttons.split('_') as AlertButton[]
  return new Promise((resolve) => {
    const made = choices.map((choice, index) =>
      element(
        'button',
        { class: index === 0 ? 'wb-button wb-primary' : 'wb-button', onclick: () => dialog.close(choice) },
        names[choice],
      ),
    )
    const dialog = openDialog(title || message, [
      element('h2', {}, title),
      element('p', { class: 'wb-message' }, message),
      element('div', { class: 'wb-buttons' }, ...made),
    ])
    dialog.classList.add('wb-alert')
    dialog.addEventListener('close', () => resolve((dialog.returnValue || 'CLOSE') as AlertButton))
  })
}

/** The list of what differs from Google Sheets. */
export function showGaps(texts: LocalMessages['workbench']) {
  const close = () => dialog.close()
  const head = element(
    'div',
    { class: 'wb-panel-head' },
    element('h2', {}, texts.gapsTitle),
    closeButton(texts.close, close),
  )
  const list = element('ul', { class: 'wb-gaps' }, ...texts.gaps.map((gap) => element('li', {}, gap)))
  const dialog = openDialog(texts.gapsTitle, [head, list])
}

/** Covers the page for good. */
export function showTakenOver(texts: LocalMessages['workbench']) {
  const reload = element('button', { class: 'wb-button wb-primary', onclick: () => location.reload() }, texts.useHere)
  const dialog = openDialog(texts.takenOver, [
    element('h2', {}, texts.takenOver),
    element('p', { class: 'wb-message' }, texts.takenOverHint),
    element('div', { class: 'wb-buttons' }, reload),
  ])
  dialog.classList.add('wb-alert')
  dialog.addEventListener('cancel', (event) => event.preventDefault())
}

function openDialog(label: string, children: Node[]): HTMLDialogElement {
  const dialog = element('dialog', { class: 'wb-dialog', 'aria-label': label }, ...children)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

function closeButton(label: string, close: () => void) {
  return element('button', { class: 'wb-close', 'aria-label': label, title: label, onclick: close }, '×')
}
