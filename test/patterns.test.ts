import { readdirSync, readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { emailKey } from '../core/customer-file/email-key.ts'
import { phoneKey } from '../core/customer-file/phone-key.ts'
import { dateParts } from '../core/orders/date-parts.ts'

/** Characters of a text that a pattern is tried on. */
const LENGTH = 2000
/** What a pattern may take for it: those whose time grows with the cube of the length, or faster, take more. */
const MOST_MS = 150

/** Patterns that are only tried on texts of at most so many characters, which their functions see to. */
const ON_SHORT: Record<string, number> = {
  'core/orders/date-parts.ts': 100,
  'core/complaint/import/cell-moment.ts': 100,
  'core/customer-file/email-key.ts': 320,
  'core/customer-file/phone-key.ts': 500,
}

/** Regular expressions in a line of code, by what may stand before one. */
const LITERAL = /(?:[=(,:[!&|?{;]|return|=>)\s*\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/g

const files = ['core', 'functions', 'addon'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('messages/'))
    .map((name) => `${folder}/${name}`),
)
const patterns = files.flatMap((file) =>
  [
    ...readFileSync(file, 'utf8')
      .replace(/^\s*\{?(?:\/?\*|\/\/).*$/gm, '')
      .matchAll(LITERAL),
  ].map(([, source, flags]) => ({
    file,
    source: source!,
    flags: flags!,
  })),
)

/** Runs each pattern over what it could repeat, long and without the end that it waits for, and tells which were slow. */
const PROGRAM = `
const { workerData, parentPort } = require('node:worker_threads')
const { patterns, length, onShort } = workerData
const PARTS = ['a', '0', ' ', '\\t', '\\n', '-', '_', '.', ',', '@', '"', "'", '/', ':', '(', ')', '[', '{', '}', '\\\\\\\\', '|', '+', '\\u5b57', '\\u3000', 'a ', 'a.', '0,', '0.', ' -', 'a@', '{a', '--', ', ', '. ']
const told = []
for (const { file, source, flags } of patterns) {
  const own = (source.match(/[A-Za-z]{2,}/g) || []).slice(0, 3)
  for (const part of [...PARTS, ...own]) {
    const text = part.repeat((onShort[file] || length) / part.length)
    for (const [before, after] of [['', '\\u0001'], ['x', '\\u0001x']]) {
      parentPort.postMessage({ now: file + ' /' + source + '/' + flags + ' over ' + JSON.stringify(part) })
      const from = process.cpuUsage()
      const whole = before + text + after
      if (flags.includes('g')) whole.replace(new RegExp(source, flags), '')
      else new RegExp(source, flags).test(whole)
      const { user, system } = process.cpuUsage(from)
      if ((user + system) / 1000 > workerData.most) { told.push(file + ' /' + source + '/ over ' + JSON.stringify(part) + ': ' + Math.round((user + system) / 1000) + ' ms'); break }
    }
    if (told.length && told.at(-1).startsWith(file + ' /' + source + '/')) break
  }
}
parentPort.postMessage({ told })
`

test('what is far too long to be a date, an address or a number is none, at once', () => {
  const started = performance.now()
  for (const part of ['a', ' ', '0', '1 ', 'a@', 'a.', '(', '2024-03-05 ']) {
    const text = `x${part.repeat(50_000 / part.length)}x`
    expect([part, dateParts(text), emailKey(text)]).toEqual([part, undefined, undefined])
    phoneKey(text)
  }
  expect(emailKey(`${'a'.repeat(50_000)} Li <Li@Example.com>`)).toBe('li@example.com')
  expect(performance.now() - started).toBeLessThan(5000)
})

test('no pattern that reads texts of people takes long over a long one', { timeout: 120_000 }, async () => {
  expect(patterns.length).toBeGreaterThan(150)
  const worker = new Worker(PROGRAM, {
    eval: true,
    workerData: { patterns, length: LENGTH, most: MOST_MS, onShort: ON_SHORT },
  })
  let now = ''
  const told = await new Promise<string[]>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    worker.on('error', reject)
    worker.on('message', (said: { now?: string; told?: string[] }) => {
      clearTimeout(timer)
      if (said.told) return resolve(said.told)
      now = said.now ?? ''
      timer = setTimeout(() => resolve([`${now}: without end`]), 30_000)
    })
  })
  await worker.terminate()
  expect(told).toEqual([])
})
