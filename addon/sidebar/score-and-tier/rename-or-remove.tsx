import { useState } from 'preact/hooks'
import type { ScoreSetup } from '../../standard/standard-setup.ts'
import { Confirm } from '../kit/confirm.tsx'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { Button, Notice, TextField } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'

const text = messages.scoreForm

/** Calls a standard otherwise, or takes it out of the forms; both ask first. */
export function RenameOrRemove(props: {
  name: string
  /** `name` is what the standard is called then; undefined where it is removed. */
  onDone: (setup: ScoreSetup, said: string, name?: string) => void
}) {
  const { name, onDone } = props
  const [next, setNext] = useState(name)
  const [asks, setAsks] = useState<'rename' | 'remove'>()
  const { busy, problem, run } = useAction()
  const to = next.trim()
  const rename = () =>
    run(async () => onDone(await server.renameStandard(name, to), text.renamed({ from: name, to }), to))
  const remove = () => run(async () => onDone(await server.removeStandard(name), text.removed(name)))
  const yes = () => (asks === 'rename' ? rename() : remove()).finally(() => setAsks(undefined))
  return (
    <Section title={text.rename}>
      <TextField label={text.newNameOf} value={next} onChange={setNext} />
      {problem && <Notice kind="bad">{problem}</Notice>}
      {asks ? (
        <Confirm
          question={asks === 'rename' ? text.renameAsk({ from: name, to }) : text.removeAsk(name)}
          yes={asks === 'rename' ? text.renameYes : text.removeYes}
          busy={busy}
          onYes={yes}
          onNo={() => setAsks(undefined)}
        />
      ) : (
        <div class="actions">
          <Button disabled={busy || to === '' || to === name} onClick={() => setAsks('rename')}>
            {text.renameYes}
          </Button>
          <Button disabled={busy} onClick={() => setAsks('remove')}>
            {text.removeYes}
          </Button>
        </div>
      )}
    </Section>
  )
}
