import { useState } from 'preact/hooks'
import type { EffectFound } from '../../improvements/check-effect.ts'
import type { ShownImprovement } from '../../improvements/improvements-setup.ts'
import { DateField } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Actions, Empty } from '../kit/layout.tsx'
import { Button, Notice, Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { Table } from '../kit/table.tsx'
import { useAction } from '../kit/use-action.ts'
import { canCheck } from './action-item.tsx'
import type { PartProps } from './improvements.tsx'

const text = messages.improvementsForm

/** Compares the figure of an action before and after, and says what that shows. */
export function CheckPart({ setup, onChanged, action }: PartProps & { action: ShownImprovement | undefined }) {
  const actions = setup.improvements.filter(canCheck)
  const [id, setId] = useState(action?.id ?? actions[0]?.id ?? '')
  const [until, setUntil] = useState('')
  const [found, setFound] = useState<EffectFound>()
  const { busy, problem, run } = useAction()
  if (actions.length === 0) return <Empty title={text.cannotCheck} />
  const check = () =>
    run(async () => {
      setFound(undefined)
      const effect = await server.checkImprovement(id, until)
      await onChanged()
      setFound(effect)
    })
  return (
    <>
      <Select
        label={text.checkOf}
        value={id}
        options={actions.map((one) => [one.id, `${one.id} ${one.what}`] as const)}
        onChange={(next) => {
          setId(next)
          setFound(undefined)
        }}
      />
      <DateField label={text.checkUntil} value={until} max={setup.today} onChange={setUntil} />
      {found && <Found found={found} />}
      <Actions busy={busy} problem={problem} doing={text.checking} {...(found && { done: text.written })}>
        <Button primary disabled={busy} onClick={check}>
          {text.check}
        </Button>
      </Actions>
    </>
  )
}

const kinds = { shown: 'good', refuted: 'bad', notShown: 'warn', untested: 'warn' } as const

function Found({ found: { figure, spans, verdict, sentence } }: { found: EffectFound }) {
  return (
    <>
      <Notice kind={kinds[verdict]}>{sentence}</Notice>
      {spans && (
        <Table
          caption={figure}
          columns={[
            {
              label: text.columns.span,
              cell: ({ name, days }) => (
                <>
                  {name} <span class="days">{days}</span>
                </>
              ),
            },
            { label: text.columns.figure, number: true, cell: (row) => row.figure },
            { label: text.columns.n, number: true, cell: (row) => row.n },
          ]}
          rows={rowsOf(spans)}
          keyOf={({ name }) => name}
        />
      )}
      <p class="hint">{text.notCause}</p>
    </>
  )
}

function rowsOf({ before, after, change, low, high }: NonNullable<EffectFound['spans']>) {
  const side = (name: string, { from, to, figure, n }: typeof before) => {
    return { name, days: text.days({ from, to }), figure, n: String(n ?? text.unknown) }
  }
  return [
    side(text.spans.before, before),
    side(text.spans.after, after),
    { name: text.spans.change, days: low && text.interval({ low, high }), figure: change, n: '' },
  ]
}
