import { batchGetChoice, batchGetSize, batchWriteSize } from './batch-rules.ts'
import type { Index, KeySchema, Request } from './dynalite.ts'
import { atLeast, invalid } from './invalid.ts'

type Rule = (request: Request) => string | undefined

/**
 * What AWS refuses and dynalite lets through or words differently, by operation. Each rule gives the message of what
 * is wrong with a raw request, if anything.
 */
export const requestRules: Record<string, Rule[]> = {
  batchGetItem: [batchGetSize, batchGetChoice],
  batchWriteItem: [batchWriteSize],
  createTable: [tableName(3), keySchemaSize, projections, streamView],
  deleteItem: [tableName(1)],
  getItem: [tableName(1)],
  listTagsOfResource: [tableArn],
  putItem: [tableName(1)],
  query: [tableName(1), limit, select],
  scan: [tableName(1), segments, select],
  tagResource: [tableArn],
  untagResource: [tableArn],
  updateItem: [tableName(1), returnValues],
}

function tableName(shortest: number): Rule {
  return ({ TableName: name }) => {
    if (typeof name !== 'string') return undefined
    if (name.length < shortest) return invalid(`'${name}' at 'tableName'`, `have length ${atLeast(shortest)}`)
    if (name.length > 255) return invalid(`'${name}' at 'tableName'`, 'have length less than or equal to 255')
    if (/^[a-zA-Z0-9_.-]+$/.test(name)) return undefined
    return invalid(`'${name}' at 'tableName'`, 'satisfy regular expression pattern: [a-zA-Z0-9_.-]+')
  }
}

function tableArn({ ResourceArn: arn }: Request): string | undefined {
  if (typeof arn !== 'string' || /^arn:aws:dynamodb:.+:\d+:table\/[^/]{3,}$/.test(arn)) return undefined
  return `Invalid TableArn: Invalid ResourceArn provided as input ${arn}`
}

function keySchemaSize({ KeySchema }: Request): string | undefined {
  if (!Array.isArray(KeySchema) || KeySchema.length <= 2) return undefined
  const keys = (KeySchema as KeySchema).map(
    ({ AttributeName, KeyType }) => `KeySchemaElement(attributeName=${AttributeName}, keyType=${KeyType})`,
  )
  return invalid(`'[${keys.join(', ')}]' at 'keySchema'`, 'have length less than or equal to 2')
}

function projections({ LocalSecondaryIndexes, GlobalSecondaryIndexes }: Request): string | undefined {
  const indexes = [LocalSecondaryIndexes, GlobalSecondaryIndexes].flat() as (Partial<Index> | undefined)[]
  const bare = indexes.some(
    (index) => index?.Projection?.ProjectionType === 'INCLUDE' && !index.Projection.NonKeyAttributes,
  )
  return bare ? wrong('ProjectionType is INCLUDE, but NonKeyAttributes is not specified') : undefined
}

function streamView({ StreamSpecification }: Request): string | undefined {
  const { StreamEnabled, StreamViewType } = (StreamSpecification ?? {}) as Record<string, unknown>
  return StreamEnabled === false && StreamViewType ? wrong('StreamViewType needs StreamEnabled to be true') : undefined
}

function limit({ Limit }: Request): string | undefined {
  return typeof Limit === 'number' && Limit < 1
    ? invalid("at 'Limit'", 'have value greater than or equal to 1')
    : undefined
}

function segments({ Segment, TotalSegments }: Request): string | undefined {
  if (Segment === 0 && TotalSegments == null) {
    return 'The TotalSegments parameter is required but was not present in the request when Segment parameter is present'
  }
  if (typeof TotalSegments !== 'number' || TotalSegments <= 1_000_000) return undefined
  return invalid(`'${TotalSegments}' at 'totalSegments'`, 'have value less than or equal to 1000000')
}

function select({ Select, ProjectionExpression, AttributesToGet, IndexName }: Request): string | undefined {
  const chosen = ProjectionExpression ? 'ProjectionExpression' : AttributesToGet ? 'AttributesToGet' : undefined
  const cannot = `Cannot specify the ${chosen} when choosing to get`
  if (Select === 'SPECIFIC_ATTRIBUTES' && !chosen) {
    return 'Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES'
  }
  if (Select === 'ALL_PROJECTED_ATTRIBUTES' && !IndexName) {
    return 'ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName'
  }
  if (!chosen) return undefined
  if (Select === 'COUNT') return `${cannot} only the Count`
  return Select === 'ALL_ATTRIBUTES' || Select === 'ALL_PROJECTED_ATTRIBUTES' ? `${cannot} ${Select}` : undefined
}

function returnValues({ ReturnValues }: Request): string | undefined {
  const values = ['ALL_NEW', 'UPDATED_OLD', 'ALL_OLD', 'NONE', 'UPDATED_NEW']
  if (typeof ReturnValues !== 'string' || values.includes(ReturnValues)) return undefined
  return invalid(`'${ReturnValues}' at 'returnValues'`, `satisfy enum value set: [${values.join(', ')}]`)
}

function wrong(what: string): string {
  return `One or more parameter values were invalid: ${what}`
}
