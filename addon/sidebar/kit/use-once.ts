import { useEffect, useRef } from 'preact/hooks'

/** Runs work once, when the component first shows. */
export function useOnce(work: () => void): void {
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    work()
  })
}
