import { type ComponentChildren, render } from 'preact'
import './style.css'

/** Shows a form in the page. */
export function mount(form: ComponentChildren): void {
  render(<main>{form}</main>, document.body)
}
