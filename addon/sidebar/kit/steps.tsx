import { messages } from './language.ts'

/** Where one is in a work of several steps: those done, the one at hand, those to come. `at` counts from 0. */
export function Steps({ label, steps, at }: { label: string; steps: readonly string[]; at: number }) {
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step, place) => (
        <li key={step} class={place < at ? 'past' : ''} aria-current={place === at ? 'step' : undefined}>
          <span class="mark" aria-hidden="true">
            {place < at ? '✓' : place + 1}
          </span>
          <span>{step}</span>
          {place < at && <span class="unseen">{messages.form.stepDone}</span>}
        </li>
      ))}
    </ol>
  )
}
