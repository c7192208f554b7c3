import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeTable, TABLE } from '../../local/backend.ts'
import { documentClient } from '../../local/dynamodb/client.ts'
import { openEngine } from '../../local/dynamodb/engine.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** The built program, as `npm run audit` starts it. */
function audit(data: string): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [join('dist', 'local', 'audit.js'), '--data', data], (error, stdout, stderr) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
  })
}

test('the audit of a data folder tells what it looked at, and keeps what it put right', async () => {
  const engine = await openEngine({ dir: join(folder, 'dynamodb') })
  const db = documentClient({ engine })
  await makeTable(db, TABLE)
  const row = { pk: 'W#team#S#spring#0', sk: 'R#2026-03-01#one', stamp: 7 }
  const workspace = { pk: 'W#team', sk: 'META', gsi1pk: 'WS', gsi1sk: 'team' }
  const survey = {
    ...{ pk: 'W#team#M#spring', sk: 'META', gsi1pk: 'W#team#M', gsi1sk: '2026-03-01#spring', id: 'spring' },
    ...{ title: { en: 'Spring' }, status: 'open', questions: [], revision: 1, buckets: 1, createdAt: '2026-03-01' },
  }
  for (const Item of [workspace, survey, row]) await db.send(new PutCommand({ TableName: TABLE, Item }))
  await engine.close()
  const found = { days: 0, figures: 0, opened: 0, finished: true }
  for (const wrong of [1, 0]) {
    const { code, stdout, stderr } = await audit(folder)
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({ ...found, days: 1 - wrong, wrong, mended: wrong })
  }
})

test('of a folder that is not there one sentence is told, and the program ends with 2', async () => {
  const data = join(folder, 'elsewhere')
  const { code, stdout, stderr } = await audit(data)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr.split('\n')).toEqual([expect.stringContaining(data), ''])
})
