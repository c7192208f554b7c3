import { type Draft, isBlankText, type KeptSurvey } from '../../../../core/survey/draft/draft-survey.ts'
import { textIn } from '../../../../core/survey/texts.ts'
import { messages } from '../../kit/language.ts'
import { shownText } from './shown-text.ts'
import { TextsField } from './texts-field.tsx'
import { language } from './use-draft.ts'

const text = messages.surveyBuilder

type Props = { draft: Draft; survey: KeptSurvey; isMarked: boolean; onChange: (draft: Draft) => void }

/** The survey's title, and by which former titles formulas still find it. */
export function TitlePart({ draft, survey, isMarked, onChange }: Props) {
  const now = textIn(survey.title, language)
  const former = survey.formerTitles.map((title) => textIn(title, language))
  const isRenamed = shownText(draft.title) !== now
  const titles = [...new Set([...former, ...(isRenamed ? [now] : [])])]
  return (
    <>
      <TextsField
        label={text.title}
        hint={text.titleHint}
        texts={draft.title}
        both={draft.bothLanguages}
        invalid={isMarked && isBlankText(draft.title)}
        onChange={(title) => onChange({ ...draft, title })}
      />
      {titles.length > 0 && <p class="hint">{text.former(titles.slice(-3))}</p>}
    </>
  )
}
