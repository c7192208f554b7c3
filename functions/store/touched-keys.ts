import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'

type Values = Record<string, unknown>

/** As much of an operation's input, or of a part of it, as says which keys it is about. */
type Part = {
  Key?: Values
  Item?: Values
  ConditionExpression?: string
  UpdateExpression?: string
  KeyConditionExpression?: string
  ExclusiveStartKey?: Values
  ExpressionAttributeNames?: Record<string, string>
  ExpressionAttributeValues?: Values
}

/** A key that an operation reads or writes, or puts into an index: `pk` and `sk` are those of the table or of the index. */
export type Touched = {
  kind: 'read' | 'write'
  pk: string
  /** '' of a range. */
  sk: string
  /** What is put there, where a whole item is. */
  item?: Values | undefined
  /** Whether it is put only where nothing is. */
  isNew?: boolean
}

const WRITES = [PutCommand, UpdateCommand, DeleteCommand]

/**
 * All keys that a command of the document client is about, those of index entries included; undefined where nobody can
 * tell, of a Scan above all.
 */
export function touchedKeys(command: { input: object }): Touched[] | undefined {
  const input = command.input as Part & { RequestItems?: Record<string, unknown>; TransactItems?: Values[] }
  if (command instanceof GetCommand) return ofPart('read', input)
  if (command instanceof QueryCommand) return ofQuery(input)
  if (WRITES.some((write) => command instanceof write)) return ofPart('write', input)
  if (command instanceof BatchGetCommand) {
    const asked = Object.values(input.RequestItems ?? {}) as { Keys: Values[] }[]
    return asked.flatMap(({ Keys }) => Keys.flatMap((Key) => ofPart('read', { Key })))
  }
  if (command instanceof TransactWriteCommand) {
    return (input.TransactItems ?? []).flatMap((each) => Object.values(each).flatMap((part) => ofPart('write', part!)))
  }
  return undefined
}

function ofQuery(query: Part): Touched[] | undefined {
  const asked = indexKeys('read', assigned(query, query.KeyConditionExpression ?? ''))
  return asked.length > 0 ? [...asked, ...indexKeys('read', query.ExclusiveStartKey ?? {})] : undefined
}

function ofPart(kind: Touched['kind'], part: Part): Touched[] {
  const { pk, sk } = (part.Key ?? part.Item ?? {}) as Values
  const isNew = part.ConditionExpression === 'attribute_not_exists(pk)'
  const own = { kind, pk: String(pk), sk: String(sk), item: part.Item, isNew }
  return [own, ...indexKeys(kind, { ...part.Item, ...assigned(part, part.UpdateExpression ?? ''), pk: undefined })]
}

/** What an expression says that attributes are, as far as it says `name = :value`. */
function assigned(
  { ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values = {} }: Part,
  text: string,
) {
  const found: Values = {}
  for (const [, name = '', value = ''] of text.matchAll(/(?<![#\w])([#\w]+)\s*=\s*(:\w+)/g))
    found[names[name] ?? name] = values[value]
  return found
}

/** The entries that attributes make in the table and its indexes. */
function indexKeys(kind: Touched['kind'], attributes: Values): Touched[] {
  return ['', 'gsi1', 'gsi2'].flatMap((index) => {
    const pk = attributes[`${index}pk`]
    return pk === undefined ? [] : [{ kind, pk: String(pk), sk: String(attributes[`${index}sk`] ?? '') }]
  })
}
