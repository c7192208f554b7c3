import type { ComponentChildren } from 'preact'

/** Figures side by side, two to a line: `Stat`s. */
export function Stats({ children }: { children: ComponentChildren }) {
  return <dl class="stats">{children}</dl>
}

/** What is longer does not fit beside another figure in large digits. */
const FITS = 11

/** One figure with its name, and in small what it is compared with or rests on. */
export function Stat({ label, value, note }: { label: string; value: string | number; note?: string }) {
  return (
    <div class="stat">
      <dt>{label}</dt>
      <dd class={String(value).length > FITS ? 'long' : ''}>{value}</dd>
      {note && <dd class="hint">{note}</dd>}
    </div>
  )
}
