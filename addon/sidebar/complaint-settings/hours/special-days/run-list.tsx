import { messages } from '../../../kit/language.ts'
import { List } from '../../../kit/list.tsx'
import { hoursWords, runWords, type SpecialRun } from './special-runs.ts'

const text = messages.complaintSettings.hours

type Props = { label: string; runs: readonly SpecialRun[]; onRemove: ((run: SpecialRun) => void) | undefined }

/** Runs of special days, each with what they are and, for who may, a way to remove it. */
export function RunList({ label, runs, onRemove }: Props) {
  return (
    <List label={label} items={runs} keyOf={({ from }) => from}>
      {(run) => (
        <div class="run">
          <span>
            {runWords(run)}
            <span class="hint">{hoursWords(run.hours)}</span>
          </span>
          {onRemove && (
            <button
              type="button"
              class="link"
              aria-label={text.removeNamed(runWords(run))}
              onClick={(event) => {
                focusBeside(event.currentTarget)
                onRemove(run)
              }}
            >
              {text.remove}
            </button>
          )}
        </div>
      )}
    </List>
  )
}

/** Takes the focus to the run after, or before, the one that goes: who works by keyboard stays in the list. */
function focusBeside(button: HTMLElement): void {
  const item = button.closest('li')
  const beside = item?.nextElementSibling ?? item?.previousElementSibling
  beside?.querySelector('button')?.focus()
}
