import { useId, useLayoutEffect, useRef } from 'preact/hooks'
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
  // Before it is seen: whoever presses a key as soon as they see it means it.
  useLayoutEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
    box.current?.querySelector<HTMLButtonElement>('button:last-of-type')?.focus()
  }, [])
  // Wherever the focus has gone meanwhile.
  useLayoutEffect(() => {
    const cancel = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onNo()
    }
    document.addEventListener('keydown', cancel)
    return () => document.removeEventListener('keydown', cancel)
  }, [onNo])
  return (
    <div class="confirm" role="alertdialog" aria-labelledby={id} ref={box}>
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
