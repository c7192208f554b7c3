import { useState } from 'preact/hooks'
import { blankTexts } from '../../../../core/survey/draft/draft-changes.ts'
import { type DraftTexts, isBlankText } from '../../../../core/survey/draft/draft-survey.ts'
import { type UsualDimension, usualDimension, usualDimensionNames } from '../../../../core/survey/usual-dimensions.ts'
import { messages } from '../../kit/language.ts'
import { Select } from '../../kit/parts.tsx'
import { TextsField } from './texts-field.tsx'
import { language } from './use-draft.ts'

const text = messages.surveyBuilder

/** Asks what a score measures: one of the usual things, or the team's own. */
export function DimensionField(props: { texts: DraftTexts; both: boolean; onChange: (texts: DraftTexts) => void }) {
  const { texts, both, onChange } = props
  const usual = usualDimensionNames.find((name) => {
    const { en, 'zh-CN': zh } = usualDimension(name)
    return !isBlankText(texts) && [en, ''].includes(texts.en) && [zh, ''].includes(texts['zh-CN'])
  })
  const [isOwn, setOwn] = useState(!usual && !isBlankText(texts))
  const choose = (choice: string) => {
    setOwn(choice === 'own')
    const isUsual = usualDimensionNames.some((name) => name === choice)
    onChange(isUsual ? usualDimension(choice as UsualDimension) : blankTexts)
  }
  return (
    <>
      <Select
        label={text.dimension}
        value={usual ?? (isOwn ? 'own' : '')}
        options={[
          ['', text.dimensions.none],
          ...usualDimensionNames.map((name) => [name, usualDimension(name)[language]] as const),
          ['own', text.dimensions.own],
        ]}
        onChange={choose}
      />
      {isOwn && !usual && <TextsField label={text.ownDimension} texts={texts} both={both} onChange={onChange} />}
    </>
  )
}
