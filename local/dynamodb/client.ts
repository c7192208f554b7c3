import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { documentClient as storeClient } from '../../functions/store/client.ts'
import type { Engine } from './engine.ts'

/**
 * The client for everything that runs here: of the engine if one is given, else of `AWS_ENDPOINT_URL_DYNAMODB`, else
 * of AWS.
 */
export function documentClient({ engine }: { engine?: Engine } = {}): DynamoDBDocumentClient {
  return storeClient(engine?.requestHandler)
}
