import { useEffect } from 'preact/hooks'

/** Takes the focus to the first field that is marked as wrong, unfolded, each time that something else is wrong. */
export function useFirstError(wrong: unknown): void {
  useEffect(() => {
    if (!wrong) return
    const field = document.querySelector<HTMLElement>('[aria-invalid=true]')
    field?.closest('details')?.setAttribute('open', '')
    field?.focus()
  }, [wrong])
}
