import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentClient } from '../../../local/dynamodb/client.ts'
import { openEngine } from '../../../local/dynamodb/engine.ts'
import { buildProgram, startProgram } from './program.ts'
import { createTable, engineWithTable } from './table.ts'

const run = promisify(execFile)
const credentials = { accessKeyId: 'any', secretAccessKey: 'any' }

let dir: string
let program: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tiersheet-'))
  program = await buildProgram()
})
afterAll(() => Promise.all([dir, program].map((path) => rm(path, { recursive: true }))))

describe('the engine in a folder', () => {
  it('finds its data again, and lets nobody else in meanwhile', async () => {
    const first = await openEngine({ dir })
    await createTable(documentClient({ engine: first }))
    await documentClient({ engine: first }).send(new PutCommand({ TableName: 'app', Item: { pk: 'a', sk: '1' } }))
    const sentence = `Another process is using the data in ${dir}. End it first, or choose another folder.`
    await expect(openEngine({ dir })).rejects.toThrow(sentence)
    await expect(run('node', [program, '--port', '0', '--data', dir])).rejects.toMatchObject({
      code: 2,
      stdout: '',
      stderr: `${sentence}\n`,
    })
    await first.close()

    const second = await openEngine({ dir })
    const { TableNames } = await documentClient({ engine: second }).send(new ListTablesCommand())
    expect(TableNames).toEqual(['app'])
    await second.close()
  })
})

describe('over HTTP', () => {
  it("speaks DynamoDB's protocol, and only to this machine", async () => {
    const { engine } = await engineWithTable()
    const { url, close } = await engine.listen(0)
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const client = new DynamoDBClient({ endpoint: url, region: 'local', credentials })
    expect((await client.send(new ListTablesCommand())).TableNames).toEqual(['app'])
    client.destroy()

    const target = { 'X-Amz-Target': 'DynamoDB_20120810.ListTables' }
    const ask = (more: object) => fetch(url, { method: 'POST', body: '{}', ...more })
    expect((await ask({})).status).toBe(404)
    expect((await ask({ headers: target })).status).toBe(200)
    expect((await ask({ headers: target, body: '{' })).status).toBe(400)
    expect(await (await ask({ headers: { 'X-Amz-Target': 'DynamoDB_20120810.Nothing' } })).json()).toMatchObject({
      __type: 'com.amazonaws.dynamodb.v20120810#UnknownOperationException',
    })
    await close()
    await engine.close()
  })
})

describe('npm run dynamodb', () => {
  it.each([
    [['--port', 'x'], '--port takes a number from 0 to 65535, not "x".'],
    [['--prt', '1'], '"--prt" is not understood. The options are --port, --data, each followed by a value.'],
    [['--data'], '"--data" is not understood. The options are --port, --data, each followed by a value.'],
  ])('answers %j with one sentence', async (options, sentence) => {
    await expect(run('node', [program, ...options])).rejects.toMatchObject({
      code: 2,
      stdout: '',
      stderr: `${sentence}\n`,
    })
  })

  it('says where it listens, refuses a port that is taken, and ends on SIGTERM', async () => {
    const { child, url, pid } = await startProgram(program, ':memory:')
    expect(pid).toBe(child.pid)
    const port = new URL(url).port
    await expect(run('node', [program, '--port', port, '--data', ':memory:'])).rejects.toMatchObject({
      code: 2,
      stderr: `Port ${port} is taken. Choose another with --port, or 0 for any free one.\n`,
    })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })
})
