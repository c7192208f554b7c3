import { safeParse } from 'valibot'
import { InputError } from '../input-error.ts'
import { type Definition, definitionSchema } from './statistic.ts'

/** A definition that a form gave. @throws InputError `statisticBroken`, `statisticNoSurvey` */
export function checkedDefinition(given: unknown): Definition {
  const parsed = safeParse(definitionSchema, given)
  if (!parsed.success) {
    const part = (parsed.issues[0].path ?? []).map(({ key }) => String(key)).join('.')
    throw new InputError('statisticBroken', { part })
  }
  if (parsed.output.module === 'answers' && !parsed.output.survey) throw new InputError('statisticNoSurvey', undefined)
  return parsed.output
}
