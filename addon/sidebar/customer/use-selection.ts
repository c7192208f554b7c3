import { useEffect, useRef } from 'preact/hooks'
import { server } from '../kit/server.ts'

const EVERY_MS = 2_000
/** After so many looks without anything new it rests, until the person comes back to the form. */
const PATIENCE = 150

/**
 * Tells of each customer whose row is newly selected in the sheet: one look every two seconds, only while the form is
 * seen and no look is under way.
 */
export function useSelection(on: boolean, onSelected: (id: string) => void): void {
  const told = useRef(onSelected)
  told.current = onSelected
  useEffect(() => {
    if (!on) return
    let last: string | undefined
    let quiet = 0
    let looking = false
    const look = async () => {
      if (looking || quiet > PATIENCE || document.visibilityState === 'hidden') return
      looking = true
      quiet++
      try {
        const id = await server.selectedCustomerId()
        if (id && last !== undefined && id !== last) told.current(id)
        if (id !== last) quiet = 0
        last = id
      } catch {
        // What is wrong is said where the person asks for something.
      }
      looking = false
    }
    const wake = () => {
      quiet = 0
    }
    const timer = setInterval(look, EVERY_MS)
    addEventListener('pointerenter', wake, true)
    addEventListener('focus', wake)
    void look()
    return () => {
      clearInterval(timer)
      removeEventListener('pointerenter', wake, true)
      removeEventListener('focus', wake)
    }
  }, [on])
}
