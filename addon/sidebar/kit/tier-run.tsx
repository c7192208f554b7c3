import type { CutShort } from '../../tiering/open-runs.ts'
import { AwayNotice } from './away-notice.tsx'
import { messages } from './language.ts'
import { Button, Notice, Progress } from './parts.tsx'
import type { usePages } from './use-pages.ts'

const text = messages.tierRun

type Run = Pick<ReturnType<typeof usePages>, 'at' | 'away' | 'running' | 'stopped'>

/** What a run of a standard, or of a round's publication, is doing; or what it wrote before it was stopped. */
export function TierRunProgress({ run, goOn }: { run: Run; goOn: string }) {
  const { at, away, running, stopped } = run
  if (away) return <AwayNotice away={away} />
  if (running && !at) return <Progress label={text.reading} />
  if (running && at) {
    return <Progress {...at} label={at.done < at.total ? text.history(at) : text.columns} />
  }
  return stopped && at ? <Notice kind="warn">{text.stopped({ ...at, goOn })}</Notice> : null
}

/** Stops a run after the step that it is at. */
export function StopButton({ run }: { run: Pick<ReturnType<typeof usePages>, 'running' | 'stopping' | 'stop'> }) {
  if (!run.running) return null
  return (
    <Button disabled={run.stopping} onClick={run.stop}>
      {run.stopping ? text.stopping : messages.form.stop}
    </Button>
  )
}

/** That history and columns do not say the same, and how they come to. */
export function CutShortNotice({ cutShort, goOn }: { cutShort: CutShort | undefined; goOn: string }) {
  if (!cutShort) return null
  return <Notice kind="warn">{text.cutShort({ ...cutShort, goOn })}</Notice>
}
