import { useState } from 'preact/hooks'
import type { TrailMark } from '../../privacy/audit-trail.ts'
import { AwayNotice } from '../kit/away-notice.tsx'
import { CopyField } from '../kit/copy-field.tsx'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { Button, Notice, Progress, TextField } from '../kit/parts.tsx'
import { useVerify } from './use-verify.ts'

const text = messages.activity

/** Looks whether every entry is as it was written, and gives the mark to keep. @param total How many entries there are. */
export function VerifyPart({ total }: { total: number | undefined }) {
  const [typed, setTyped] = useState('')
  const { found, running, stopping, stopped, problem, at, away, verify, stop } = useVerify(total)
  const known = typedMark(typed)
  const isWrong = typed.trim() !== '' && !known
  const isWhole = found && !found.flaw
  return (
    <section class="stack" aria-label={text.verifyTitle}>
      <h2>{text.verifyTitle}</h2>
      {problem && <Notice kind="bad">{problem}</Notice>}
      {running && at && <Progress {...at} label={text.looked(at)} />}
      {running && !at && <Progress label={messages.form.working} />}
      <AwayNotice away={away} />
      {stopped && <Notice>{text.stopped}</Notice>}
      {found?.flaw && <Notice kind="bad">{text.flaws[found.flaw.what](found.flaw.seq)}</Notice>}
      {isWhole && <Notice kind="good">{text.whole({ n: found.mark.seq, since: known?.seq ?? 0 })}</Notice>}
      {isWhole && found.mark.seq > 0 && (
        <CopyField label={text.mark(found.mark.seq)} value={markText(found.mark)} hint={text.markHint} />
      )}
      <Section title={text.compare}>
        <TextField label={text.known} value={typed} invalid={isWrong} onChange={setTyped} hint={text.knownHint} />
      </Section>
      <div class="actions">
        <Button disabled={running || isWrong} onClick={() => verify(known ?? null)}>
          {text.verify}
        </Button>
        {running && (
          <Button disabled={stopping} onClick={stop}>
            {messages.form.stop}
          </Button>
        )}
      </div>
    </section>
  )
}

/** As people keep it: `214 Zk3v…`. */
function markText({ seq, seal }: TrailMark): string {
  return `${seq} ${seal}`
}

function typedMark(typed: string): TrailMark | undefined {
  const [, seq, seal] = /^(\d{1,12})\s+(\S{1,100})$/.exec(typed.trim()) ?? []
  return seq && seal ? { seq: Number(seq), seal } : undefined
}
