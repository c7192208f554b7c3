import { type Fields, type Request, type Store, validation, validations } from './dynalite.ts'

/** What a writing request may want to hear when its condition fails: `ALL_OLD` gives the item. */
export const onFailure: Fields = {
  ReturnValuesOnConditionCheckFailure: { type: 'String', enum: ['ALL_OLD', 'NONE'] },
}

/** Some of the fields of one of dynalite's operations. */
export function fieldsOf(operation: string, names: string[]): Fields {
  const { types } = validation(operation)
  return Object.fromEntries(names.map((name) => [name, types[name]]))
}

/**
 * The request with only the fields that it may have, each of its type and within its bounds.
 *
 * @param custom What else to check: it returns the message of what is wrong, and adds the parsed expressions.
 * @throws ValidationException, SerializationException
 */
export function checkRequest(
  raw: Request,
  fields: Fields,
  custom: ((request: Request, store: Store) => string | undefined) | undefined,
  store: Store,
): Request {
  const request = validations.checkTypes(raw, fields)
  validations.checkValidations(request, fields, custom, store)
  return request
}
