import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { FunctionReference } from '../../../addon/reference/reference.ts'
import { builtAddon } from '../built-code.ts'
import { generatedDocs } from './gathered.ts'

let problems: string[]
let pages: Map<string, string>
let functions: FunctionReference[]

beforeAll(async () => {
  const told = await generatedDocs((await builtAddon()).get('Code.js') as string)
  pages = told.files
  problems = told.problems
  functions = told.families.flatMap((family) => family.functions)
})

test('every function has a Chinese text with its own parameters, and an example without an error', () => {
  expect(problems).toEqual([])
})

test('the committed pages and pictures are those that `npm run docs` writes', () => {
  const pictures = readdirSync(join('docs', 'functions')).map((name) => `functions/${name}`)
  const stale = [...pages].filter(([name, text]) => committed(name) !== text).map(([name]) => name)
  expect(stale).toEqual([])
  expect(pictures.filter((name) => !pages.has(name))).toEqual([])
})

test('each page lists every function, in its own language', () => {
  const [english, chinese] = ['functions.md', 'functions.zh-CN.md'].map((name) => pages.get(name) ?? '')
  for (const { name, summary } of functions) {
    expect(english).toContain(`- [\`${name}\`](#${name.toLowerCase()}): ${summary.en}`)
    expect(chinese).toContain(`- [\`${name}\`](#${name.toLowerCase()}): ${summary['zh-CN']}`)
    expect(summary['zh-CN']).toMatch(/\p{Script=Han}/u)
  }
})

test('a result holds no error, and its picture only figures', () => {
  for (const { name, example } of functions) {
    const cells = [...(example?.result?.en ?? []), ...(example?.result?.['zh-CN'] ?? [])].flat()
    expect(cells.filter((cell) => typeof cell === 'string' && /^#|NaN|undefined/.test(cell))).toEqual([])
    for (const language of ['en', 'zh-CN']) {
      const picture = pages.get(`functions/${name}.${language}.svg`)
      expect(picture === undefined).toBe(example?.picture === undefined)
      expect(picture ?? '').not.toMatch(/NaN|Infinity|undefined/)
    }
  }
})

test('a picture has a label and a figure in every column that it names', () => {
  for (const { name, example } of functions) {
    const [header = [], ...rows] = example?.result?.en ?? []
    const { picture } = example ?? {}
    if (!picture) continue
    const columns = picture.kind === 'heat' ? header.map((_, at) => at).slice(picture.from) : picture.values
    for (const column of columns) {
      expect(rows.some((row) => typeof row[column] === 'number') && name).toBe(name)
    }
    if (picture.kind !== 'heat') expect(header[picture.labels]).toBeDefined()
  }
})

function committed(name: string): string {
  return readFileSync(join('docs', name), 'utf8')
}
