import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import vm from 'node:vm'
import ts from 'typescript5'
import { beforeAll, describe, expect, it } from 'vitest'
import { builtAddon } from './built-code.ts'

let files: Map<string, string>
let code: string
let script: ts.SourceFile

beforeAll(async () => {
  files = await builtAddon('https://api.example.test/v')
  code = files.get('Code.js') as string
  script = ts.createSourceFile('Code.js', code, ts.ScriptTarget.ES2020, true)
})

function topLevelFunctions(): ts.FunctionDeclaration[] {
  return script.statements.filter(ts.isFunctionDeclaration)
}

describe('the script', () => {
  it('holds one bundle, and functions that do nothing but call it', () => {
    const others = script.statements.filter((statement) => !ts.isFunctionDeclaration(statement))
    expect(others.map((statement) => statement.getText().slice(0, 14))).toEqual([
      '"use strict";',
      'var Tiersheet;',
      expect.stringMatching(/^\(\(\)=>\{/),
    ])
    for (const declaration of topLevelFunctions()) {
      const name = declaration.name?.text
      const parameters = declaration.parameters.map((parameter) => parameter.name.getText()).join(', ')
      const body = declaration.body?.statements.map((statement) => statement.getText())
      expect(body).toEqual([`return Tiersheet.${name}(${parameters})`])
    }
  })

  // With intake, queue, board and hand-over of the complaint desk the forms' calls outgrew 400 KB.
  it('has formulas that take less than 200 KB by themselves, and is smaller than 600 KB with all forms', async () => {
    const { buildScript } = (await import(pathToFileURL(join('addon', 'build.mjs')).href)) as {
      buildScript(apiUrl: string, file: string): Promise<string>
    }
    const formulas = await buildScript('https://api.tiersheet.example/', 'custom-functions.ts')
    expect(Buffer.byteLength(formulas)).toBeLessThan(200_000)
    expect(Buffer.byteLength(code)).toBeLessThan(600_000)
  })

  it('calls no service before a function is called', () => {
    const seen = vm.createContext({})
    vm.runInContext(code, seen)
    expect(typeof seen.TS_RFM).toBe('function')
  })

  it('has names that Sheets accepts', () => {
    const names = topLevelFunctions().map((declaration) => declaration.name?.text ?? '')
    expect(names).toEqual(expect.arrayContaining(['onOpen', 'TS_RFM', 'TS_TIER', 'TS_NPS']))
    for (const declaration of topLevelFunctions()) {
      expect(declaration.name?.text).toMatch(/^[A-Za-z][A-Za-z0-9_]*[A-Za-z0-9]$/)
    }
  })

  it('documents every parameter of every custom function under its real name, with an example', () => {
    const custom = topLevelFunctions().filter((declaration) => declaration.name?.text.startsWith('TS_'))
    expect(custom.length).toBeGreaterThanOrEqual(19)
    for (const declaration of custom) {
      const comment = code.slice(declaration.pos, declaration.getStart())
      expect(comment.trim()).toMatch(/^\/\*\*[\s\S]*\*\/$/)
      const documented = [...comment.matchAll(/@param \{[a-z]+\} (\w+) /g)].map((match) => match[1])
      expect(documented).toEqual(declaration.parameters.map((parameter) => parameter.name.getText()))
      expect(comment).toContain('@customfunction')
      expect(comment).toContain(`=${declaration.name?.text}(`)
    }
  })

  it('is ES2020: no private fields, static blocks or logical assignment', () => {
    const modern = new Set([ts.SyntaxKind.PrivateIdentifier, ts.SyntaxKind.ClassStaticBlockDeclaration])
    const assignments = new Set([
      ts.SyntaxKind.QuestionQuestionEqualsToken,
      ts.SyntaxKind.BarBarEqualsToken,
      ts.SyntaxKind.AmpersandAmpersandEqualsToken,
    ])
    const found: string[] = []
    const walk = (node: ts.Node): void => {
      if (modern.has(node.kind) || assignments.has(node.kind)) found.push(node.parent.getText().slice(0, 80))
      ts.forEachChild(node, walk)
    }
    walk(script)
    expect(found).toEqual([])
  })
})

describe('the other files', () => {
  it('are a page for each form and the manifest, and nothing else', () => {
    const names = [...files.keys()].sort()
    expect(names.filter((name) => !name.endsWith('.html'))).toEqual(['Code.js', 'appsscript.json'])
    expect(names).toContain('ScoreAndTier.html')
  })

  it('load nothing, and end no script early', () => {
    for (const [name, page] of files) {
      if (!name.endsWith('.html')) continue
      expect(page.match(/<\/script/gi)).toHaveLength(1)
      expect(page.match(/<\/style/gi)).toHaveLength(1)
      expect(page).not.toMatch(/<link|<script[^>]+src|@import/i)
    }
  })

  it('let the add-on call its own API and nothing else', () => {
    const manifest = JSON.parse(files.get('appsscript.json') as string)
    expect(manifest.urlFetchWhitelist).toEqual(['https://api.example.test/v/'])
    expect(manifest.runtimeVersion).toBe('V8')
    expect(manifest.addOns).toBeUndefined()
    expect(code).toContain('"https://api.example.test/v/"')
  })
})

it('is not built for an address without https', async () => {
  await expect(builtAddon('http://api.example.test/')).rejects.toThrow('must begin with https://')
})
