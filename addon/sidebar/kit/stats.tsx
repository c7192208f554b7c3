import type { ComponentChildren } from 'preact'

/** Figures side by side, two to a line: `Stat`s. */
export function Stats({ children }: { children: ComponentChildren }) {
  return <dl class="stats">{children}</dl>
}

/** One figure with its name, and in small what it is compared with or rests on. */
export function Stat({ label, value, note }: { label: string; value: string | number; note?: string }) {
  return (
    <div class="stat">
      <dt>{label}</dt>
      <dd>{value}</dd>
      {note && <dd class="hint">{note}</dd>}
    </div>
  )
}
