import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { messages } from './language.ts'
import { Notice } from './parts.tsx'

type Children = { children: ComponentChildren }

/** Nothing takes so long but a service that does not answer. */
const LATE_MS = 10_000

/**
 * The bar with a form's buttons, the blue one first: it stays at the bottom while the form scrolls, and shows above the
 * buttons what the last press brought, so that it is seen on low screens too. Put it last, directly in the form.
 *
 * @param props.busy A moving line shows that work is going on.
 * @param props.problem The sentence of the last failure; `problem` of `useAction`.
 * @param props.done What has been done, in a sentence.
 * @param props.doing What is being done while it is busy: "Saving the contact…".
 * @param props.progress How far long work is, or where it was stopped.
 */
export function Actions(
  props: Children & { busy?: boolean; problem?: string; done?: string; doing?: string; progress?: ComponentChildren },
) {
  return (
    <div class="action-bar" aria-busy={props.busy === true}>
      {props.problem && <Notice kind="bad">{props.problem}</Notice>}
      {props.done && !props.problem && <Notice kind="good">{props.done}</Notice>}
      {props.progress}
      {props.busy && !props.progress && (
        <p class={props.doing ? 'soft spin' : 'unseen'} role="status">
          {props.doing ?? messages.form.working}
        </p>
      )}
      {props.busy && props.doing && !props.progress && <Late />}
      <div class="actions">{props.children}</div>
    </div>
  )
}

/** A part of a form that folds away, with how much is in it, or what, in brief, where that helps to decide. */
export function Section(props: Children & { title: string; count?: number | string; open?: boolean }) {
  return (
    <details class="section" open={props.open}>
      <summary>
        {props.title}
        {props.count !== undefined && <span class="count">{props.count}</span>}
      </summary>
      <div class="inside">{props.children}</div>
    </details>
  )
}

/** What stands where there is nothing yet: what would be here, and (as children) the way to it. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p>{title}</p>
      {children}
    </div>
  )
}

/** The grey lines of what is being loaded; screen readers are told so. */
export function Loading() {
  return (
    <div class="skeleton" role="status">
      <span class="unseen">{messages.form.loading}</span>
      <span class="line" aria-hidden="true" />
      <span class="line" aria-hidden="true" />
      <span class="line" aria-hidden="true" />
      <Late />
    </div>
  )
}

/** After a while, that it takes longer than usual. */
function Late() {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS)
    return () => clearTimeout(timer)
  }, [])
  return isLate ? <p class="hint">{messages.form.late}</p> : null
}
