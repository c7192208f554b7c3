import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { NETWORK } from '../network.ts'

type RequestHandler = NonNullable<DynamoDBClientConfig['requestHandler']>

/**
 * The store's client: of AWS, or of `AWS_ENDPOINT_URL_DYNAMODB` where that is set.
 *
 * @param requestHandler Takes the place of the network: then nothing is signed, and no region or credentials are looked for.
 */
export function documentClient(requestHandler?: RequestHandler): DynamoDBDocumentClient {
  const inProcess = requestHandler && {
    requestHandler,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    signer: { sign: async <T>(request: T) => request },
  }
  const client = new DynamoDBClient({ maxAttempts: 3, requestHandler: NETWORK, ...inProcess })
  // It copies every request and reply for a log that nobody keeps.
  client.middlewareStack.remove('loggerMiddleware')
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
}
