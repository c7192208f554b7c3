import { type Fields, type Request, type Store, validation, validations } from './dynalite.ts'
import { DynamoError } from './dynamo-error.ts'
import { isPlainRequest } from './plain-request.ts'
import { requestRules } from './request-rules.ts'
import { tidyValues } from './tidy-values.ts'
import { rewordedSyntax } from './wording.ts'

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
 * @throws ValidationException, SerializationException
 */
export function checkFields(raw: Request, fields: Fields, store: Store): Request {
  const request = isPlainRequest(raw, fields) ? raw : tidied(raw, fields)
  validations.checkValidations(request, fields, undefined, store)
  return request
}

function tidied(raw: Request, fields: Fields): Request {
  tidyValues(raw)
  return validations.checkTypes(raw, fields)
}

/**
 * Checks what one of dynalite's operations demands beyond single fields, and adds the parsed expressions.
 *
 * @throws ValidationException
 */
export function checkMeaning(operation: string, request: Request, store: Store): void {
  const message = validation(operation).custom?.(request, store)
  if (message) throw new DynamoError('ValidationException', rewordedSyntax(message, request))
}

/** A request for one of dynalite's operations, checked. @throws ValidationException, SerializationException */
export function checkRequest(operation: string, raw: Request, store: Store, more: Fields = {}): Request {
  for (const rule of requestRules[operation] ?? []) {
    const message = rule(raw)
    if (message) throw new DynamoError('ValidationException', message)
  }
  const request = checkFields(raw, { ...fieldsOfOperation(operation), ...more }, store)
  checkMeaning(operation, request, store)
  return request
}

/** dynalite's fields, except that item operations take names of one and two letters, and a scan may be consistent. */
function fieldsOfOperation(operation: string): Fields {
  const { types } = validation(operation)
  const name = types.TableName as { lengthGreaterThanOrEqual?: number } | undefined
  const shortName = name?.lengthGreaterThanOrEqual && { TableName: { ...name, lengthGreaterThanOrEqual: 1 } }
  return { ...types, ...shortName, ...(operation === 'scan' && { ConsistentRead: 'Boolean' }) }
}
