import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtAddon } from './built-code.ts'

const CLASP = resolve('node_modules/@google/clasp/build/src/index.js')

let folder: string
let files: Map<string, string>
beforeAll(async () => {
  files = await builtAddon()
  folder = await mkdtemp(join(tmpdir(), 'clasp-'))
  await mkdir(join(folder, 'addon'))
  for (const [name, text] of files) await writeFile(join(folder, 'addon', name), text)
  await writeFile(join(folder, '.clasp.json'), JSON.stringify({ scriptId: 'made-up', rootDir: 'addon' }))
})
afterAll(() => rm(folder, { recursive: true }))

test('clasp would push the built add-on, all of it and nothing else', async () => {
  // No account: clasp looks for one in the home folder. No network: any request would go to a closed port.
  const env = { ...process.env, HOME: folder, USERPROFILE: folder, HTTPS_PROXY: 'http://127.0.0.1:9' }
  const { stdout } = await promisify(execFile)(process.execPath, [CLASP, 'show-file-status', '--json'], {
    cwd: folder,
    env,
  })
  const { filesToPush, untrackedFiles }: Record<string, string[]> = JSON.parse(stdout)
  expect(filesToPush?.map((path) => path.replace(/^addon[\\/]/, '')).sort()).toEqual([...files.keys()].sort())
  expect(untrackedFiles).toEqual([])
})

test('the add-on is one script, the manifest and a page for each form', () => {
  expect([...files.keys()].filter((name) => !/^[A-Z]\w*\.html$/.test(name)).sort()).toEqual([
    'Code.js',
    'appsscript.json',
  ])
})
