import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

/** Stands for npm: notes its arguments, takes a moment, and leaves the record that npm leaves. */
const NPM = `
const fs = require('node:fs')
fs.appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n')
console.log('npm speaks')
setTimeout(() => {
  if (fs.existsSync('broken')) process.exit(7)
  const lock = JSON.parse(fs.readFileSync('package-lock.json'))
  if (process.argv.includes('--omit=dev'))
    for (const [path, { dev }] of Object.entries(lock.packages)) if (dev) delete lock.packages[path]
  fs.mkdirSync('node_modules', { recursive: true })
  fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify(lock))
}, 300)
`
const LOCK = {
  packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0', dev: true } },
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'install-'))
  await writeFile(join(folder, 'npm.js'), NPM)
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(LOCK))
  for (const file of ['install.mjs', 'npm.mjs']) await copyFile(join('local', file), join(folder, file))
})
afterEach(() => rm(folder, { recursive: true }))

function install(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...process.env, npm_execpath: join(folder, 'npm.js') }
  return new Promise((done) => {
    execFile(process.execPath, [join(folder, 'install.mjs'), ...args], { cwd: folder, env }, (error, stdout, stderr) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
  })
}

async function calls(): Promise<string[]> {
  return (await readFile(join(folder, 'calls'), 'utf8')).trim().split('\n')
}

test('packages are installed once, and stdout stays clean', async () => {
  const first = await install()
  expect(first).toMatchObject({ code: 0, stdout: '' })
  expect(first.stderr).toMatch(/^Installing packages, once.*\nnpm speaks\n$/)
  expect(await install()).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(await calls()).toEqual(['ci --no-fund --no-audit --include=dev'])
})

test('a changed lock installs again', async () => {
  await install()
  const lock = { packages: { ...LOCK.packages, 'node_modules/a': { version: '1.0.1' } } }
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(lock))
  await install()
  expect(await calls()).toHaveLength(2)
})

test('packages to develop with are installed when they are first wanted, and then do for running', async () => {
  await install('--omit=dev')
  await install('--omit=dev')
  expect(await calls()).toEqual(['ci --no-fund --no-audit --omit=dev'])
  await install()
  await install('--omit=dev')
  expect(await calls()).toHaveLength(2)
})

test('two that start at once install once, and both go on', async () => {
  const both = await Promise.all([install(), install()])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(both.map(({ stderr }) => stderr).join('')).toContain('waiting for it')
  expect(await calls()).toHaveLength(1)
})

test('a lock left by a killed process is taken over', async () => {
  const lock = join(folder, '.tiersheet/installing')
  await mkdir(lock, { recursive: true })
  const minuteAgo = Date.now() / 1000 - 60
  await utimes(lock, minuteAgo, minuteAgo)
  expect(await install()).toMatchObject({ code: 0 })
})

test('a failed installation says so, ends with 1 and leaves the way free', async () => {
  await writeFile(join(folder, 'broken'), '')
  const failed = await install()
  expect(failed.code).toBe(1)
  expect(failed.stderr).toContain('Packages could not be installed (npm ci: 7).')
  await rm(join(folder, 'broken'))
  expect(await install()).toMatchObject({ code: 0 })
})

test('the lock names the packages of every platform', async () => {
  const file = join(folder, 'package-lock.json')
  await copyFile('package-lock.json', file)
  const said = await new Promise((done) =>
    execFile(process.execPath, [resolve('local/complete-lock.mjs'), file], (_, __, stderr) => done(stderr)),
  )
  expect(said).toContain(' 0 packages of other platforms added')
})

test('what the registry lacks is added with its platform', async () => {
  const file = join(folder, 'package-lock.json')
  const parent = {
    version: '2.0.0',
    dev: true,
    optionalDependencies: { 'x-linux-arm64-musl': '2.0.0', 'x-win32-x64': '2.0.0' },
  }
  const known = { version: '2.0.0', optional: true }
  await writeFile(file, JSON.stringify({ packages: { 'node_modules/x': parent, 'node_modules/x-win32-x64': known } }))
  await new Promise((done) => execFile(process.execPath, [resolve('local/complete-lock.mjs'), file], done))
  expect(JSON.parse(await readFile(file, 'utf8')).packages).toEqual({
    'node_modules/x': parent,
    'node_modules/x-linux-arm64-musl': {
      version: '2.0.0',
      cpu: ['arm64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
    'node_modules/x-win32-x64': known,
  })
})
