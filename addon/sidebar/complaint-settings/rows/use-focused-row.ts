import { useEffect, useRef, useState } from 'preact/hooks'

/** A box of folded rows: a row that was added is unfolded, and its first field has the focus. */
export function useFocusedRow() {
  const rows = useRef<HTMLDivElement>(null)
  const [added, setAdded] = useState<number>()
  useEffect(() => {
    if (added === undefined) return
    const row = rows.current?.querySelectorAll<HTMLElement>(':scope > details')[added]
    row?.setAttribute('open', '')
    row?.querySelector<HTMLElement>('input, select, textarea')?.focus()
    setAdded(undefined)
  }, [added])
  return { rows, focusRow: setAdded }
}
