import { InputError } from '../../core/input-error.ts'
import { answerStatisticFields } from '../../core/own-statistics/answer-fields.ts'
import { complaintStatisticFields } from '../../core/own-statistics/complaint-statistic-fields.ts'
import type { Definition, StatisticModule } from '../../core/own-statistics/statistic.ts'
import type { StatisticField } from '../../core/own-statistics/statistic-field.ts'
import type { SentenceNames } from '../../core/own-statistics/statistic-sentence.ts'
import type { Question } from '../../core/survey/question.ts'
import { textIn } from '../../core/survey/texts.ts'
import type { Texts } from '../../core/survey/texts-schema.ts'
import { userLanguage, userMessages } from '../user-language.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'
import { isSheetModule, sheetRows } from './sheet-rows.ts'

/**
 * What can be asked of a module, in the person's language.
 *
 * @param survey Of answers: which survey's.
 * @throws InputError `missingTab`, `notConnected`, `statisticNoSurvey`; Refusal with the backend's sentence.
 */
export function statisticFields(module: StatisticModule, survey = ''): StatisticField[] {
  return [...statisticNames({ module, survey }).fields]
}

/** The names that a definition's sentence needs. @param rowsOf The tabs, where they are read already. */
export function statisticNames(
  { module, survey }: Pick<Definition, 'module' | 'survey'>,
  rowsOf = sheetRows(),
): SentenceNames {
  if (isSheetModule(module)) return { fields: rowsOf(module).fields }
  const { workspaceId } = requiredConnection()
  if (module === 'complaints') return { fields: complaintStatisticFields(userMessages()) }
  if (!survey) throw new InputError('statisticNoSurvey', undefined)
  const path = `/v1/workspaces/${workspaceId}/surveys/${encodeURIComponent(survey)}`
  const found = callApi<{ title: Texts; questions: Question[]; earlier: Question[] }>({ method: 'get', path })
  const fields = answerStatisticFields([...found.questions, ...found.earlier], userMessages(), userLanguage())
  return { fields, survey: textIn(found.title, userLanguage()) }
}
