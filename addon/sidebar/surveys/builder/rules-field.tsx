import type { DraftQuestion } from '../../../../core/survey/draft/draft-survey.ts'
import { lowAnswer } from '../../../../core/survey/low-answer.ts'
import { scaleOf } from '../../../../core/survey/question.ts'
import type { FollowUpRule } from '../../../../core/survey/survey-settings.ts'
import { messages } from '../../kit/language.ts'
import { Button, Select } from '../../kit/parts.tsx'
import { shownText } from './shown-text.ts'

const text = messages.surveyBuilder
const MOST = 20

type Props = { rules: FollowUpRule[]; questions: DraftQuestion[]; onChange: (rules: FollowUpRule[]) => void }

/** Asks which low answers open a complaint or a follow-up. */
export function RulesField({ rules, questions, onChange }: Props) {
  const scored = questions.flatMap((question, i) => (scaleOf(question) ? [{ question, place: i + 1 }] : []))
  const change = (rule: FollowUpRule, part: Partial<FollowUpRule>) =>
    onChange(rules.map((each) => (each === rule ? { ...rule, ...part } : each)))
  const first = scored[0]?.question
  return (
    <fieldset>
      <legend>{text.rules}</legend>
      {rules.length === 0 && <p class="soft">{first ? text.noRule : text.noScore}</p>}
      {rules.map((rule, at) => {
        const asked = scored.find(({ question }) => question.id === rule.question)?.question
        const [low, high] = (asked && scaleOf(asked)) ?? [rule.atMost, rule.atMost]
        const scores = Array.from({ length: high - low }, (_, i) => String(low + i))
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no names of their own.
          <div class="rule" key={at}>
            <Select
              label={text.ruleQuestion}
              value={rule.question}
              options={scored.map(({ question, place }) => {
                return [question.id, `${place}. ${shownText(question.title) || text.wordless}`] as const
              })}
              onChange={(id) => {
                const other = scored.find(({ question }) => question.id === id)
                if (other) change(rule, { question: id, atMost: lowAnswer(other.question) })
              }}
            />
            <div class="row">
              <Select
                label={text.ruleAtMost}
                value={String(rule.atMost)}
                options={scores.map((score) => [score, score] as const)}
                onChange={(score) => change(rule, { atMost: Number(score) })}
              />
              <Select
                label={text.ruleOpens}
                value={rule.opens}
                options={Object.entries(text.opens)}
                onChange={(opens) => change(rule, { opens: opens as FollowUpRule['opens'] })}
              />
              <button
                type="button"
                class="small"
                aria-label={text.removeRule(at + 1)}
                title={text.removeRule(at + 1)}
                onClick={() => onChange(rules.filter((each) => each !== rule))}
              >
                ✕
              </button>
            </div>
          </div>
        )
      })}
      <div class="actions">
        <Button
          disabled={!first || rules.length >= MOST}
          onClick={() => first && onChange([...rules, { question: first.id, atMost: lowAnswer(first), opens: 'task' }])}
        >
          {text.addRule}
        </Button>
      </div>
    </fieldset>
  )
}
