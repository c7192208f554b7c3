import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { makeTable, startBackend, TABLE } from '../local/backend.ts'
import { documentClient } from '../local/dynamodb/client.ts'
import { openEngine } from '../local/dynamodb/engine.ts'
import { medianMs } from './median-ms.ts'

const PAGE = 500
const RUNS = 5

/** A page of 500 answers through the API, against the same number of bare items put in transactions of 98. */
export async function importAnswers() {
  const backend = await startBackend({ dir: ':memory:', port: 0 })
  const token = await backend.identityToken({ sub: 'bench', email: 'bench@example.com', name: 'Bench' })
  const post = async <T>(path: string, body: object): Promise<T> => {
    const headers = {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    }
    const reply = await fetch(`${backend.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!reply.ok) throw new Error(await reply.text())
    return (await reply.json()) as T
  }
  const { workspaceId } = await post<{ workspaceId: string }>('/v1/workspaces', { name: 'Bench' })
  const surveys = `/v1/workspaces/${workspaceId}/surveys`
  const { surveyId } = await post<{ surveyId: string }>(surveys, { title: 'Bench' })
  const importMs = await medianMs(RUNS, (run) => post(`${surveys}/${surveyId}/answers/import`, { rows: rows(run) }))
  const figuresMs = await medianMs(RUNS, async () => {
    const headers = { Authorization: `Bearer ${token}` }
    await fetch(`${backend.url}${surveys}/${surveyId}/figures?metric=NPS&by=day`, { headers })
  })
  await backend.close()
  const bareMs = await barePuts()
  const row = (ms: number) => ({ ms: Math.round(ms), 'times the bare puts': Math.round((ms / bareMs) * 100) / 100 })
  return {
    [`${PAGE} bare puts`]: row(bareMs),
    [`${PAGE} answers imported`]: row(importMs),
    'figures by day': row(figuresMs),
  }
}

function rows(run: number) {
  return Array.from({ length: PAGE }, (_, at) => ({
    id: `${run}-${at}`,
    date: `2026-03-${String(1 + (at % 28)).padStart(2, '0')}`,
    answers: { nps: at % 11, productQuality: 1 + (at % 5) },
  }))
}

async function barePuts(): Promise<number> {
  const engine = await openEngine({ dir: ':memory:' })
  const db = documentClient({ engine })
  await makeTable(db)
  const ms = await medianMs(RUNS, async (run) => {
    for (let from = 0; from < PAGE; from += 98) {
      const items = Array.from({ length: Math.min(98, PAGE - from) }, (_, at) => ({
        Put: { TableName: TABLE, Item: { pk: `bench#${run}`, sk: `${from + at}`, nps: at % 11 } },
      }))
      await db.send(new TransactWriteCommand({ TransactItems: items }))
    }
  })
  await engine.close()
  return ms
}
