import type { Answer, SentAnswer } from '../store/answer.ts'
import { answerDigest } from '../store/answer.ts'
import { findCustomers } from '../store/customer.ts'
import type { Table } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

/**
 * Answers as they are stored: with the tier, owner and segment that they came with, else those that their customers have
 * in the mirror now.
 *
 * @param operation Of the import that brings them.
 */
export async function answersToStore(
  table: Table,
  workspace: WorkspaceKey,
  sent: SentAnswer[],
  operation?: string,
): Promise<Answer[]> {
  const ids = sent.flatMap(({ customerId }) => customerId ?? [])
  const customers = await findCustomers(table, workspace, ids)
  return sent.map((answer) => {
    const customer = customers.get(answer.customerId ?? '')
    const { version = 1, tier = customer?.tier, owner = customer?.owner, segment = customer?.segment, ...rest } = answer
    return {
      version,
      tier,
      owner,
      segment,
      tierNow: customer?.tier,
      ownerNow: customer?.owner,
      operation,
      revision: 1,
      deleted: false,
      digest: answerDigest(answer),
      ...rest,
    }
  })
}
