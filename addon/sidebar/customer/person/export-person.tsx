import type { StoredOfPerson } from '../../../privacy/stored-of-person.ts'
import { AwayNotice } from '../../kit/away-notice.tsx'
import { messages } from '../../kit/language.ts'
import { Actions } from '../../kit/layout.tsx'
import { Button, Notice, Progress } from '../../kit/parts.tsx'
import { useExport } from './use-export.ts'

const text = messages.privacy

/** Gathers all that is stored about a person into a file to save. */
export function ExportPerson({ stored, onBack }: { stored: StoredOfPerson; onBack: () => void }) {
  const { file, running, stopping, stopped, problem, at, away, start, stop } = useExport(stored)
  return (
    <>
      <h2>{text.exportTitle}</h2>
      <p>{text.exportWhy(stored.name || stored.id)}</p>
      {stopped && <Notice>{text.stopped}</Notice>}
      {file && !running && (
        <>
          <Notice kind="good">{text.gathered(file.rows)}</Notice>
          <p>
            <a download={file.name} href={file.href}>
              {text.save(file.name)}
            </a>
          </p>
        </>
      )}
      <AwayNotice away={away} />
      <Actions
        busy={running}
        problem={problem}
        progress={running && <Progress {...at} label={at ? text.gathering(at) : messages.form.working} />}
      >
        <Button primary={!file} disabled={running} onClick={start}>
          {text.export}
        </Button>
        {running ? (
          <Button disabled={stopping} onClick={stop}>
            {messages.form.stop}
          </Button>
        ) : (
          <Button onClick={onBack}>{messages.form.back}</Button>
        )}
      </Actions>
    </>
  )
}
