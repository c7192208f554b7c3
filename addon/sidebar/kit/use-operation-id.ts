import { useRef } from 'preact/hooks'

/** The id of an operation by what it asks: the same for the same, so that a repeated try is one operation. */
export function useOperationId(): (asked: unknown) => string {
  const known = useRef({ asked: '', id: '' })
  return (asked) => {
    const text = JSON.stringify(asked)
    if (known.current.asked !== text) known.current = { asked: text, id: crypto.randomUUID() }
    return known.current.id
  }
}
