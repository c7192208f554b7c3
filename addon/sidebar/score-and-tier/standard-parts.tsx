import type { Standard } from '../../../core/standard/standard.ts'
import type { Values } from '../../../core/standard/standard-scores.ts'
import type { ScoreSetup } from '../../standard/standard-setup.ts'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { Select } from '../kit/parts.tsx'
import { IndicatorRows } from './indicator-rows.tsx'
import { LimitFields } from './limit-fields.tsx'
import { StandardChoice } from './standard-choice.tsx'
import { TierRows } from './tier-rows.tsx'
import { TimerChoice } from './timer-choice.tsx'
import { WeightProposals } from './weight-proposals.tsx'

const text = messages.scoreForm

/** The parts of a standard, each folded away until it is wanted. */
export function StandardParts(props: {
  setup: ScoreSetup
  value: Standard
  onChange: (value: Standard) => void
  onNew: (value: Standard) => void
  onNamed: (setup: ScoreSetup, said: string, name?: string) => void
  /** The values of the chosen indicators, read where they are not yet. */
  values: () => Promise<((key: string) => Values) | undefined>
}) {
  const { setup, value, onChange } = props
  const part = (changed: Partial<Standard>) => onChange({ ...value, ...changed })
  const take = (weights: number[]) =>
    part({ indicators: value.indicators.map((each, at) => ({ ...each, weight: weights[at] as number })) })
  return (
    <div>
      <Section title={text.standard}>
        <StandardChoice
          standards={setup.standards}
          proposal={setup.proposal}
          value={value}
          onChange={onChange}
          onNew={props.onNew}
          onNamed={props.onNamed}
        />
      </Section>
      <Section title={text.indicators} count={value.indicators.length}>
        <IndicatorRows
          choices={setup.indicators}
          value={value.indicators}
          onChange={(indicators) => part({ indicators })}
        />
        <Select
          label={text.method}
          value={value.method}
          options={[
            ['PERCENTRANK', text.percentRank],
            ['MINMAX', text.minMax],
          ]}
          onChange={(method) => part({ method: method as Standard['method'] })}
        />
      </Section>
      <Section title={text.weights}>
        <WeightProposals indicators={value.indicators} read={props.values} onTake={take} />
      </Section>
      <Section title={text.tiers} count={value.tiers.length}>
        <TierRows value={value} onChange={part} />
      </Section>
      <Section title={text.limits}>
        <LimitFields value={value.limits} onChange={(limits) => part({ limits })} />
      </Section>
      <Section title={text.timer}>
        <TimerChoice timer={setup.timer} />
      </Section>
    </div>
  )
}
