import { newOption } from '../../../../core/survey/draft/draft-changes.ts'
import { type DraftOption, isBlankText } from '../../../../core/survey/draft/draft-survey.ts'
import { messages } from '../../kit/language.ts'
import { Button } from '../../kit/parts.tsx'
import { TextsField } from './texts-field.tsx'

const text = messages.surveyBuilder
const MOST = 50

type Props = {
  options: DraftOption[]
  /** Those of all times: their ids are taken. */
  everOffered: readonly { id: string }[]
  both: boolean
  /** Whether blank ones are marked. */
  marked: boolean
  onChange: (options: DraftOption[]) => void
}

/** Asks for the answers of a choice. */
export function OptionsField({ options, everOffered, both, marked, onChange }: Props) {
  const change = (at: number, option: DraftOption) => onChange(options.map((each, i) => (i === at ? option : each)))
  return (
    <fieldset>
      <legend>{text.options}</legend>
      {options.map((option, at) => (
        <div class="option-row" key={option.id}>
          <TextsField
            label={text.option(at + 1)}
            texts={option.label}
            both={both}
            invalid={marked && isBlankText(option.label)}
            onChange={(label) => change(at, { ...option, label })}
          />
          <button
            type="button"
            class="small"
            aria-label={text.removeOption(at + 1)}
            title={text.removeOption(at + 1)}
            disabled={options.length <= 2}
            onClick={() => onChange(options.filter((each) => each !== option))}
          >
            ✕
          </button>
        </div>
      ))}
      <div class="actions">
        <Button
          disabled={options.length >= MOST}
          onClick={() => onChange([...options, newOption(options, everOffered)])}
        >
          {text.addOption}
        </Button>
      </div>
    </fieldset>
  )
}
