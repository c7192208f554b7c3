import type { ComponentChildren } from 'preact'
import { useErrorBoundary } from 'preact/hooks'
import { messages } from './language.ts'
import { Waiting } from './waiting.tsx'

/** A form of which no part shows when drawing it throws: then it says so, and begins anew on a press. */
export function Catching({ children }: { children: ComponentChildren }) {
  const [error, reset] = useErrorBoundary()
  if (error === undefined) return <>{children}</>
  return <Waiting problem={messages.form.broken(String(error?.message ?? error))} onAgain={reset} />
}
