import { useEffect } from 'preact/hooks'

/** Takes the focus to the first field that is marked as wrong, each time that something else is wrong. */
export function useFirstError(wrong: unknown): void {
  useEffect(() => {
    if (wrong) document.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [wrong])
}
