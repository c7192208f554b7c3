import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

type Deploying = {
  deployed: (stage: string, file?: string) => { apiUrl: string }
  stageAsked: (args: string[]) => string
}

let folder: string
let deployed: Deploying['deployed']
let stageAsked: Deploying['stageAsked']
beforeAll(async () => {
  const from: Deploying = await import(pathToFileURL(join('infra', 'deployed.mjs')).href)
  ;({ deployed, stageAsked } = from)
  folder = mkdtempSync(join(tmpdir(), 'deployed-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What `cdk deploy` would have put out. */
function outputs(written: object): string {
  const file = join(folder, 'outputs.json')
  writeFileSync(file, JSON.stringify(written))
  return file
}

const ADDRESS = 'https://a1b2.execute-api.eu-west-1.amazonaws.com'

test('the add-on is built for what was deployed: its manifest allows that address alone, its script calls it', async () => {
  const { buildAddon } = (await import(pathToFileURL(join('addon', 'build.mjs')).href)) as {
    buildAddon: (options: { apiUrl: string; outdir: string }) => Promise<void>
  }
  const file = outputs({ 'tiersheet-prod': { ApiUrl: ADDRESS, Audience: '1-a.apps.googleusercontent.com' } })
  const outdir = join(folder, 'addon')
  await buildAddon({ ...deployed('prod', file), outdir })
  const manifest = JSON.parse(readFileSync(join(outdir, 'appsscript.json'), 'utf8'))
  expect(manifest.urlFetchWhitelist).toEqual([`${ADDRESS}/`])
  expect(readFileSync(join(outdir, 'Code.js'), 'utf8')).toContain(`${ADDRESS}/`)
})

test('what was never deployed, and what nobody could sign in to, is refused in one sentence', () => {
  const missing = 'Nothing is deployed as dev from this folder: run npm run deploy first.'
  expect(() => deployed('dev', join(folder, 'nothing.json'))).toThrow(missing)
  expect(() => deployed('dev', outputs({ 'tiersheet-prod': { ApiUrl: ADDRESS } }))).toThrow(missing)
  const nobody = outputs({ 'tiersheet-dev': { ApiUrl: ADDRESS, Audience: 'nobody' } })
  expect(() => deployed('dev', nobody)).toThrow(/^Nobody could sign in to dev: set TIERSHEET_AUDIENCE/)
})

test.each([
  [[], 'prod'],
  [['stage=dev'], 'dev'],
  [['--context', 'stage=dev'], 'dev'],
  [['--context=stage=dev', '--force'], 'dev'],
])('the stage asked for by %j is %s', (args, stage) => expect(stageAsked(args)).toBe(stage))
