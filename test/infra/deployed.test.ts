import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

type Deploying = {
  deployed: (stage: string, file?: string) => { apiUrl: string }
  stageAsked: (args: string[]) => string
}
type Setting = {
  settingsOf: (
    stage: string,
    args: string[],
    environment: Record<string, string>,
    file: string,
  ) => { settings: Record<string, string>; asBefore: string[] }
  asEnvironment: (settings: Record<string, string>) => Record<string, string>
  refuseNobody: (stage: string, settings: Record<string, string>) => void
}

let folder: string
let deployed: Deploying['deployed']
let stageAsked: Deploying['stageAsked']
let settingsOf: Setting['settingsOf']
let asEnvironment: Setting['asEnvironment']
let refuseNobody: Setting['refuseNobody']
beforeAll(async () => {
  const from: Deploying = await import(pathToFileURL(join('infra', 'deployed.mjs')).href)
  ;({ deployed, stageAsked } = from)
  const settings: Setting = await import(pathToFileURL(join('infra', 'settings.mjs')).href)
  ;({ settingsOf, asEnvironment, refuseNobody } = settings)
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

describe('what a stage is deployed with', () => {
  const kept = (settings: object) => {
    const file = join(folder, 'settings.json')
    writeFileSync(file, JSON.stringify(settings))
    return file
  }
  const nothing = () => join(folder, 'none.json')

  test('is what the arguments say, then the environment, then what it was deployed with before', () => {
    const before = kept({ audience: 'old', mailFrom: 'desk@example.com', alarmEmail: 'owner@example.com' })
    const environment = { TIERSHEET_AUDIENCE: 'one', TIERSHEET_ALARM_EMAIL: '' }
    expect(settingsOf('prod', ['--context', 'pagesAtOnce=50', '-c=audience=two'], environment, before)).toEqual({
      settings: { audience: 'two', mailFrom: 'desk@example.com', alarmEmail: 'owner@example.com', pagesAtOnce: '50' },
      asBefore: ['mailFrom', 'alarmEmail'],
    })
    expect(asEnvironment({ audience: 'two' })).toMatchObject({ TIERSHEET_AUDIENCE: 'two', TIERSHEET_MAIL_FROM: '' })
  })

  test('is taken back by "no", and never without anybody who could sign in', () => {
    const before = kept({ audience: 'one', mailFrom: 'desk@example.com' })
    const { settings } = settingsOf('prod', [], { TIERSHEET_MAIL_FROM: 'no' }, before)
    expect(settings).toEqual({ audience: 'one' })
    expect(() => refuseNobody('prod', settingsOf('prod', [], {}, nothing()).settings)).toThrow(
      'Nobody could sign in to prod: set TIERSHEET_AUDIENCE to the OAuth client id of the add-on, and deploy again.',
    )
  })

  test('without an audience nothing is begun, and one sentence says what to do', () => {
    // Without credentials, also where it goes on.
    const env = { HOME: folder, AWS_EC2_METADATA_DISABLED: 'true', TIERSHEET_STAGE: 'dev', TIERSHEET_AUDIENCE: 'no' }
    const options = { env, encoding: 'utf8', timeout: 30_000 } as const
    const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/deploy.mjs'], options)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr.trim()).toMatch(/^Nobody could sign in to dev: .*\.$/)
  })
})
