import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, ScanCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { documentClient } from '../../../local/dynamodb/client.ts'
import { openEngine } from '../../../local/dynamodb/engine.ts'
import { buildProgram, startProgram } from './program.ts'
import { createTable } from './table.ts'

const TableName = 'app'
const KILLS = 50
const LANES = 2
const KILLS_PER_FOLDER = 5
const ITEMS = 4

let program: string
const dirs: string[] = []
const children: ChildProcess[] = []
beforeAll(async () => {
  program = await buildProgram()
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await Promise.all([...dirs, program].map((path) => rm(path, { recursive: true })))
})

it(`a process killed ${KILLS} times leaves whole transactions only, and every acknowledged one`, async () => {
  const runs = await Promise.all(Array.from({ length: LANES }, (_, lane) => killAgainAndAgain(KILLS / LANES, lane)))
  expect(runs.every(({ cut }) => cut > 0)).toBe(true)
})

/** @returns How many transactions were under way when their process was killed. */
async function killAgainAndAgain(kills: number, lane: number): Promise<{ cut: number }> {
  const acknowledged = new Set<string>()
  let cut = 0
  let dir = ''
  for (let kill = 0; kill < kills; kill++) {
    if (kill % KILLS_PER_FOLDER === 0) {
      dir = await folderWithTable()
      acknowledged.clear()
    }
    cut += await writeAndKill(dir, `${lane}-${kill}`, acknowledged, (kill * 7) % 25)
    await expectWholeTransactions(dir, acknowledged)
  }
  return { cut }
}

async function folderWithTable(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'tiersheet-'))
  dirs.push(dir)
  const engine = await openEngine({ dir })
  await createTable(documentClient({ engine }))
  await engine.close()
  return dir
}

/** Writes from three sides at once, and kills the process some milliseconds after the first acknowledgement. */
async function writeAndKill(dir: string, run: string, acknowledged: Set<string>, afterMs: number): Promise<number> {
  const { child, url } = await startProgram(program, dir)
  children.push(child)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' }
  const raw = new DynamoDBClient({ endpoint: url, region: 'local', credentials, maxAttempts: 1 })
  const client = DynamoDBDocumentClient.from(raw)
  let cut = 0
  const writer = async (side: number) => {
    for (let n = 0; ; n++) {
      const id = `${run}-${side}-${n}`
      const done = await client.send(transaction(id)).then(
        () => true,
        () => false,
      )
      if (!done) return void cut++
      acknowledged.add(id)
      if (n === 0) setTimeout(() => child.kill('SIGKILL'), afterMs)
    }
  }
  await Promise.all([writer(0), writer(1), writer(2)])
  await ended
  raw.destroy()
  return cut
}

/** Several items, each with an index entry, and a count of all transactions. */
function transaction(id: string): TransactWriteCommand {
  const items = Array.from({ length: ITEMS }, (_, n) => ({
    Put: { TableName, Item: { pk: id, sk: String(n), group: id, rank: String(n) } },
  }))
  const count = {
    TableName,
    Key: { pk: 'count', sk: 'all' },
    UpdateExpression: 'ADD n :one',
    ExpressionAttributeValues: { ':one': 1 },
  }
  return new TransactWriteCommand({ TransactItems: [...items, { Update: count }] })
}

async function expectWholeTransactions(dir: string, acknowledged: Set<string>): Promise<void> {
  const engine = await openEngine({ dir })
  const client = documentClient({ engine })
  const all = await scan(client)
  const entries = await scan(client, 'byGroup')
  await engine.close()
  const items = all.filter(({ pk }) => pk !== 'count')
  const count = all.find(({ pk }) => pk === 'count')?.n
  const sizes = new Map<string, number>()
  for (const { pk } of items) sizes.set(pk, (sizes.get(pk) ?? 0) + 1)
  expect([...sizes.values()].filter((size) => size !== ITEMS)).toEqual([])
  expect(entries.map(keyOf).sort()).toEqual(items.map(keyOf).sort())
  expect(count).toBe(sizes.size)
  expect([...acknowledged].filter((id) => !sizes.has(id))).toEqual([])
}

type Row = { pk: string; sk: string; n?: number }

async function scan(client: DynamoDBDocumentClient, IndexName?: string): Promise<Row[]> {
  const found: Row[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await client.send(new ScanCommand({ TableName, IndexName, ExclusiveStartKey }))
    found.push(...((page.Items ?? []) as Row[]))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return found
}

function keyOf({ pk, sk }: Row): string {
  return `${pk} ${sk}`
}
