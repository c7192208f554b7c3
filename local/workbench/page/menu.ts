import type { MenuItem } from '../wire.ts'
import { element } from './element.ts'

export type Run = (item: { caption: string; run: string }) => void

/** A button that opens a menu; submenus open beside their item. Arrow keys, Enter and Escape work as in any menu. */
export function menuButton(caption: string, items: MenuItem[], run: Run): HTMLElement {
  const list = menuList(items, (item) => {
    close()
    run(item)
  })
  const button = element(
    'button',
    { class: 'wb-menu-button', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
    caption,
  )
  const root = element('div', { class: 'wb-menu' }, button, list)
  button.addEventListener('click', () => (list.hidden ? open() : close()))
  root.addEventListener('keydown', (event) => moveFocus(event, root, open, close))
  // Not when the focus leaves: the grid takes it by itself, as when it has just loaded.
  addEventListener('pointerdown', closeUnlessWithin, { capture: true })
  addEventListener('blur', closeUnlessWithin)

  function closeUnlessWithin({ target }: Event) {
    if (!root.isConnected) {
      removeEventListener('pointerdown', closeUnlessWithin, { capture: true })
      removeEventListener('blur', closeUnlessWithin)
    } else if (!(target instanceof Node && root.contains(target))) close()
  }

  function open() {
    list.hidden = false
    button.setAttribute('aria-expanded', 'true')
    focusItem(list, 0)
  }
  function close() {
    list.hidden = true
    for (const inner of list.querySelectorAll<HTMLElement>('[role=menu]')) inner.hidden = true
    button.setAttribute('aria-expanded', 'false')
  }
  return root
}

function menuList(items: MenuItem[], run: Run): HTMLElement {
  const list = element('ul', { role: 'menu', hidden: true })
  for (const item of items) list.append(menuEntry(item, list, run))
  return list
}

function menuEntry(item: MenuItem, list: HTMLElement, run: Run): HTMLElement {
  if ('separator' in item) return element('li', { role: 'separator' })
  const button = element('button', { role: 'menuitem', tabindex: -1 }, item.caption)
  const entry = element('li', { role: 'none' }, button)
  button.addEventListener('mouseenter', () => closeInner(list))
  if ('run' in item) {
    button.addEventListener('click', () => run(item))
    return entry
  }
  const inner = menuList(item.items, run)
  const show = () => {
    closeInner(list)
    inner.hidden = false
  }
  button.setAttribute('aria-haspopup', 'menu')
  button.addEventListener('mouseenter', show)
  button.addEventListener('click', show)
  entry.append(inner)
  return entry
}

function closeInner(list: HTMLElement) {
  for (const inner of list.querySelectorAll<HTMLElement>(':scope > li > [role=menu]')) inner.hidden = true
}

function moveFocus(event: KeyboardEvent, root: HTMLElement, open: () => void, close: () => void) {
  const at = document.activeElement as HTMLElement
  const list = at.closest<HTMLElement>('[role=menu]')
  const inner = at.parentElement?.querySelector<HTMLElement>(':scope > [role=menu]')
  const buttons = list ? itemsOf(list) : []
  const index = buttons.indexOf(at)
  const move = keyMove(event.key)
  if (!move) return
  event.preventDefault()
  event.stopPropagation()
  move()

  function dismiss() {
    close()
    root.querySelector('button')?.focus()
  }

  function keyMove(key: string): (() => void) | undefined {
    if (key === 'ArrowDown') return () => (list ? focusItem(list, index + 1) : open())
    if (key === 'ArrowUp' && list) return () => focusItem(list, index - 1)
    if (key === 'ArrowRight' && inner) return () => enter(at, inner)
    if (key === 'ArrowLeft' && list) return () => leave(list)
    if (key === 'Escape') return dismiss
    if (key === 'Tab' && list) return dismiss
    return undefined
  }
}

function enter(item: HTMLElement, inner: HTMLElement) {
  item.click()
  focusItem(inner, 0)
}

function leave(list: HTMLElement) {
  const outer = list.parentElement?.closest<HTMLElement>('[role=menu]')
  if (!outer) return
  list.hidden = true
  list.parentElement?.querySelector<HTMLElement>('[aria-haspopup]')?.focus()
}

function itemsOf(list: HTMLElement) {
  return [...list.querySelectorAll<HTMLElement>(':scope > li > [role=menuitem]')]
}

function focusItem(list: HTMLElement, index: number) {
  const items = itemsOf(list)
  items.at(index % items.length)?.focus()
}
