import { useState } from 'preact/hooks'
import { Confirm } from './confirm.tsx'
import { Button } from './parts.tsx'

type Props = {
  /** A verb: "Remove". It stands on the button that does it, too. */
  label: string
  /** What will happen, with numbers: "Remove 12 answers?" */
  question: string
  disabled: boolean
  onYes: () => void
}

/** A button for what can't be taken back: it asks, in its own place, before it does it. */
export function AskedButton({ label, question, disabled, onYes }: Props) {
  const [asks, setAsks] = useState(false)
  const agree = () => {
    setAsks(false)
    onYes()
  }
  if (asks) return <Confirm question={question} yes={label} onYes={agree} onNo={() => setAsks(false)} />
  return (
    <Button disabled={disabled} onClick={() => setAsks(true)}>
      {label}
    </Button>
  )
}
