import type { ErrorCode } from '../../../../core/input-error.ts'
import { everOffered, newOption } from '../../../../core/survey/draft/draft-changes.ts'
import { type DraftQuestion, isBlankText } from '../../../../core/survey/draft/draft-survey.ts'
import { type Question, type QuestionType, scaleOf } from '../../../../core/survey/question.ts'
import { Checkbox } from '../../kit/fields.tsx'
import { messages } from '../../kit/language.ts'
import { Select } from '../../kit/parts.tsx'
import { DimensionField } from './dimension-field.tsx'
import { OptionsField } from './options-field.tsx'
import { ShowIfField } from './show-if-field.tsx'
import { TextsField } from './texts-field.tsx'

const text = messages.surveyBuilder
const points = [5, 7, 10] as const

type Ids = readonly { id: string }[]
type Props = {
  question: DraftQuestion
  known: readonly Question[]
  /** Those that are asked before. */
  before: DraftQuestion[]
  both: boolean
  /** What is wrong and to be marked. */
  wrong: ErrorCode | undefined
  onChange: (question: DraftQuestion) => void
}

/** Everything that can be said of one question. */
export function QuestionFields({ question, known, before, both, wrong, onChange }: Props) {
  const { type } = question
  const change = (part: Partial<DraftQuestion>) => onChange({ ...question, ...part })
  const ever = everOffered(question, known)
  const isChoice = type === 'single' || type === 'multiple'
  return (
    <>
      <div class="pair">
        <Select
          label={text.type}
          value={type}
          options={Object.entries(text.types)}
          hint={question.was ? text.newQuestion : undefined}
          onChange={(type) => onChange(retyped(question, type as QuestionType, ever))}
        />
        {type === 'csat' && (
          <Select
            label={text.points}
            value={String(question.points ?? 5)}
            options={points.map((n) => [String(n), text.pointsOf(n)] as const)}
            onChange={(n) => change({ points: Number(n) as (typeof points)[number] })}
          />
        )}
      </div>
      <TextsField
        label={text.wording}
        texts={question.title}
        both={both}
        long
        invalid={wrong === 'questionBlank' && isBlankText(question.title)}
        onChange={(title) => change({ title })}
      />
      {isChoice && (
        <OptionsField
          options={question.options}
          everOffered={ever}
          both={both}
          marked={wrong === 'optionBlank'}
          onChange={(options) => change({ options })}
        />
      )}
      {scaleOf(question) && (
        <DimensionField texts={question.dimension} both={both} onChange={(dimension) => change({ dimension })} />
      )}
      <ShowIfField
        showIf={question.showIf}
        before={before}
        invalid={wrong === 'showIfUnfit'}
        onChange={(showIf) => {
          const { showIf: _, ...rest } = question
          onChange(showIf ? { ...rest, showIf } : rest)
        }}
      />
      <Checkbox label={text.required} value={question.required} onChange={(required) => change({ required })} />
    </>
  )
}

/** With another type; a choice has two options to fill in at the least. */
function retyped({ points: _, ...question }: DraftQuestion, type: QuestionType, ever: Ids): DraftQuestion {
  const { options } = question
  if ((type !== 'single' && type !== 'multiple') || options.length >= 2) return { ...question, type }
  const first = options[0] ?? newOption([], ever)
  return { ...question, type, options: [first, newOption([first], ever)] }
}
