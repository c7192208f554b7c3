import { messages } from '../../kit/language.ts'
import { Button, Notice } from '../../kit/parts.tsx'
import { Erasing } from './erasing.tsx'
import { useErase } from './use-erase.ts'

const text = messages.privacy

/** An erasure that was cut short, which goes on at a press. @param name Of whoever is erased. */
export function Unfinished({ name }: { name: string }) {
  const work = useErase()
  return (
    <section class="stack" aria-label={text.eraseTitle}>
      {!work.running && !work.isDone && <Notice kind="warn">{text.unfinished(name)}</Notice>}
      {work.problem && <Notice kind="bad">{work.problem}</Notice>}
      <Erasing work={work} name={name} />
      {!work.isDone && (
        <div class="actions">
          {work.running ? (
            <Button disabled={work.stopping} onClick={work.stop}>
              {messages.form.stop}
            </Button>
          ) : (
            <Button onClick={work.start}>{text.finish}</Button>
          )}
        </div>
      )}
    </section>
  )
}
