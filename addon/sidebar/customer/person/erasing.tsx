import { AwayNotice } from '../../kit/away-notice.tsx'
import { messages } from '../../kit/language.ts'
import { Notice, Progress } from '../../kit/parts.tsx'
import type { useErase } from './use-erase.ts'

const text = messages.privacy

/** How far an erasure is. */
export function Erasing({ work, name }: { work: ReturnType<typeof useErase>; name: string }) {
  const { running, stopped, at, away, isDone, removed, anonymous } = work
  return (
    <>
      {running && <Progress {...at} label={at ? text.erasing(at) : messages.form.working} />}
      <AwayNotice away={away} />
      {stopped && <Notice kind="warn">{text.eraseStopped}</Notice>}
      {isDone && !running && <Notice kind="good">{text.erased({ name, removed, anonymous })}</Notice>}
    </>
  )
}
