import { type ComponentChildren, render } from 'preact'
import { Catching } from './catching.tsx'
import './style.css'

/** Shows a form in the page. */
export function mount(form: ComponentChildren): void {
  render(
    <main>
      <Catching>{form}</Catching>
    </main>,
    document.body,
  )
}
