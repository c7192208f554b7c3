import type { CascadeWay } from '../../../core/goals/cascade-plan.ts'
import type { Cascade, CascadeDone } from '../../goals/cascade-goal.ts'
import type { CascadeSetup } from '../../goals/cascade-setup.ts'
import type { OfferedMeasure } from '../../goals/goal-measures.ts'
import type { ShownGoal } from '../../goals/goals-setup.ts'
import { Checkbox } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Actions, Empty, Section } from '../kit/layout.tsx'
import { Button, Notice, Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOperationId } from '../kit/use-operation-id.ts'
import { shownFigure } from './figure.ts'
import { PartRow } from './part-row.tsx'
import { usePlan } from './use-plan.ts'

const text = messages.goalsForm

type Props = {
  setup: CascadeSetup
  kind: Cascade['kind']
  goal: ShownGoal
  measure: OfferedMeasure | undefined
  onWritten: (done: CascadeDone) => Promise<void>
}

/** Whom a goal is handed on to, how its target is split, and each part, which can be changed before it is written. */
export function CascadePlan({ setup, kind, goal, measure, onWritten }: Props) {
  const plan = usePlan(setup, kind)
  const { busy, problem, run } = useAction()
  const operationId = useOperationId()
  const { chosen, lines, added, rest } = plan
  const names = setup.subjects.map(({ name }) => name)
  const shown = (figure: number) => shownFigure(figure, measure, goal.unit)
  if (names.length === 0) return <Empty title={text.nobodyHere} />
  const toggle = (name: string, on: boolean) => {
    plan.choose(new Set(names.filter((one) => (one === name ? on : chosen.has(one)))))
  }
  const write = () =>
    run(async () => {
      const parts = added.map(({ subject, target, baseline }) => ({ subject, target, baseline: baseline ?? null }))
      const asked = { goal: goal.id, kind, way: plan.way, lines: parts }
      await onWritten(await server.cascadeGoal({ ...asked, action: operationId(asked) }))
    })
  return (
    <>
      <Section title={text.kinds[kind]} count={text.chosen({ chosen: chosen.size, of: names.length })} open>
        <Checkbox
          label={text.all}
          value={chosen.size === names.length}
          onChange={(on) => plan.choose(new Set(on ? names : []))}
        />
        {names.map((name) => (
          <Checkbox key={name} label={name} value={chosen.has(name)} onChange={(on) => toggle(name, on)} />
        ))}
      </Section>
      <Select
        label={text.split}
        value={plan.way}
        options={plan.ways.map((way) => [way, text.ways[way]] as const)}
        onChange={(way) => plan.split(way as CascadeWay)}
      />
      <fieldset>
        <legend>{text.preview}</legend>
        {lines.map((line) => (
          <PartRow key={line.subject} {...{ line, measure, shown }} onTarget={(to) => plan.edit(line.subject, to)} />
        ))}
        {plan.way !== 'same' && (
          <p class="soft">{text.sum({ sum: shown(plan.sum), target: shown(setup.parent.target) })}</p>
        )}
      </fieldset>
      {rest !== 0 && added.length > 0 && (
        <div class="stack">
          <Notice kind="warn">{rest > 0 ? text.rest(shown(rest)) : text.tooMuch(shown(-rest))}</Notice>
          <div class="actions">
            <Button onClick={plan.shareRest}>{text.shareRest}</Button>
          </div>
        </div>
      )}
      <Actions busy={busy} problem={problem} doing={text.writing}>
        <Button primary disabled={busy || added.length === 0 || rest !== 0} onClick={write}>
          {added.length === 0 ? text.nothingNew : text.write(added.length)}
        </Button>
      </Actions>
    </>
  )
}
