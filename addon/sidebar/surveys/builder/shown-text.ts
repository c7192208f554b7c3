import type { DraftTexts } from '../../../../core/survey/draft/draft-survey.ts'
import { language } from './use-draft.ts'

/** A text that is being typed, in the person's language where it has that. */
export function shownText(texts: DraftTexts): string {
  return (texts[language].trim() || texts.en.trim() || texts['zh-CN'].trim()).slice(0, 200)
}
