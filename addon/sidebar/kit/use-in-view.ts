import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** Scrolls an element into view when `shown` changes: what a button brought up below the fold is seen. */
export function useInView<T extends HTMLElement>(shown: unknown): RefObject<T | null> {
  const element = useRef<T>(null)
  useEffect(() => {
    if (shown) element.current?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  return element
}
