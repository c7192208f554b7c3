import { useEffect, useId, useRef } from 'preact/hooks'
import { messages } from './language.ts'
import { Button } from './parts.tsx'

type Props = {
  /** What will happen, with numbers: "Overwrite 12 cells of 4 customers?" */
  question: string
  /** The button that does it, as a verb: "Overwrite". */
  yes: string
  busy?: boolean
  onYes: () => void
  onNo: () => void
}

/** Asks, in the form itself, before something is overwritten or removed. Cancel has the focus; Escape cancels. */
export function Confirm({ question, yes, busy, onYes, onNo }: Props) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
    box.current?.querySelector<HTMLButtonElement>('button:last-of-type')?.focus()
  }, [])
  return (
    <div
      class="confirm"
      role="alertdialog"
      aria-labelledby={id}
      ref={box}
      onKeyDown={(event) => event.key === 'Escape' && onNo()}
    >
      <p id={id}>{question}</p>
      <div class="actions">
        <Button primary disabled={busy === true} onClick={onYes}>
          {yes}
        </Button>
        <Button disabled={busy === true} onClick={onNo}>
          {messages.form.cancel}
        </Button>
      </div>
    </div>
  )
}
