import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Plain } from './engine/engine.ts'

/** Answers an operation, `TransactWriteItems` for instance; what it throws is thrown by the client. */
export type Gate = (operation: string, request: Plain) => Promise<Plain>

const OPERATIONS: Record<string, string> = {
  GetCommand: 'GetItem',
  PutCommand: 'PutItem',
  UpdateCommand: 'UpdateItem',
  DeleteCommand: 'DeleteItem',
  QueryCommand: 'Query',
  BatchGetCommand: 'BatchGetItem',
  BatchWriteCommand: 'BatchWriteItem',
  TransactGetCommand: 'TransactGetItems',
  TransactWriteCommand: 'TransactWriteItems',
}

/**
 * A client whose commands go through a gate in place of all that the SDK does with them: its layers, signing and HTTP
 * would be most of a simulation's time. What it would try again, the machine does.
 */
export function gatedClient(gate: Gate): DynamoDBDocumentClient {
  async function send(command: { constructor: { name: string }; input: Plain }) {
    const operation = OPERATIONS[command.constructor.name]
    if (!operation) throw new Error(`No gate for ${command.constructor.name}`)
    return gate(operation, command.input)
  }
  return { send } as unknown as DynamoDBDocumentClient
}
