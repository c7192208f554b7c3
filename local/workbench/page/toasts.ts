import { element } from './element.ts'

/** Notices at the lower right. Zero or fewer seconds keep one until it is closed. */
export function toasts(area: HTMLElement) {
  return function show(title: string, message: string, seconds: number, close: string): () => void {
    const remove = () => toast.remove()
    const toast = element(
      'div',
      { class: 'wb-toast', role: 'status' },
      element('div', {}, element('strong', {}, title), element('p', { class: 'wb-message' }, message)),
      element('button', { class: 'wb-close', 'aria-label': close, title: close, onclick: remove }, '×'),
    )
    area.append(toast)
    if (seconds > 0) setTimeout(remove, seconds * 1000)
    return remove
  }
}
