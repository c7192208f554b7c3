import { useState } from 'preact/hooks'

/** Whether somebody is in the middle of typing: what is half written is not called wrong until the field is left. */
export function useTyping(onLeave?: () => void) {
  const [typing, setTyping] = useState(false)
  const leave = () => {
    setTyping(false)
    onLeave?.()
  }
  return { typing, begin: () => setTyping(true), leave }
}
