import type { Draft, DraftSettings, KeptSurvey } from '../../../../core/survey/draft/draft-survey.ts'
import { DateField, NumberField } from '../../kit/fields.tsx'
import { messages } from '../../kit/language.ts'
import { Select } from '../../kit/parts.tsx'
import { RulesField } from './rules-field.tsx'
import { shownText } from './shown-text.ts'

const text = messages.surveyBuilder

type Props = { draft: Draft; survey: KeptSurvey; onChange: (draft: Draft) => void }

/** When a survey closes, what answering earns, and what low answers lead to. */
export function SettingsPart({ draft, survey, onChange }: Props) {
  const { settings, questions } = draft
  const change = (part: Partial<DraftSettings>) => onChange({ ...draft, settings: { ...settings, ...part } })
  const isStaff = survey.kind === 'staff'
  return (
    <>
      <p>{`${text.kind}: ${text.kinds[survey.kind]}`}</p>
      {isStaff && (
        <Select
          label={text.group}
          hint={text.groupHint}
          value={settings.staffGroup ?? ''}
          options={[
            ['', text.noGroup],
            ...questions.flatMap((question, i) =>
              question.type === 'single'
                ? [[question.id, `${i + 1}. ${shownText(question.title) || text.wordless}`] as const]
                : [],
            ),
          ]}
          onChange={(id) => change({ staffGroup: id || null })}
        />
      )}
      <DateField
        label={text.closesOn}
        hint={text.closesHint}
        value={settings.closesOn ?? ''}
        onChange={(day) => change({ closesOn: day || null })}
      />
      <NumberField
        label={text.quota}
        hint={text.quotaHint}
        min={1}
        whole
        value={settings.quota ?? undefined}
        onChange={(quota) => change({ quota: count(quota) })}
      />
      {!isStaff && (
        <>
          <NumberField
            label={text.reward}
            hint={text.rewardHint}
            min={1}
            whole
            value={settings.rewardPoints ?? undefined}
            onChange={(rewardPoints) => change({ rewardPoints: count(rewardPoints) })}
          />
          <RulesField rules={settings.followUp} questions={questions} onChange={(followUp) => change({ followUp })} />
        </>
      )}
    </>
  )
}

/** A whole number from 1; nothing where there is none. */
function count(typed: number | undefined): number | null {
  return typed && typed >= 1 ? Math.floor(typed) : null
}
