import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import ts from 'typescript5'
import { describe, expect, test } from 'vitest'

/** What may stand outside of the tables of texts, and why. */
const allowed: Record<string, string> = {
  'addon/menu.ts: <html lang="en"': 'markup',
  'addon/menu.ts: <html lang="…"': 'markup',
  'addon/menu.ts: <body data-survey="…"': 'markup',
  'addon/sheet/tabs/field-format.ts: yyyy-mm-dd hh:mm': 'a number format',
  'addon/sheet/local-time.ts: yyyy-MM-dd HH:mm': 'a date format',
  'addon/formulas/reading/cell.ts: [object Date]': 'how a Date of another realm is told',
  'addon/sidebar/complaint-settings/rows/use-focused-row.ts: input, select, textarea': 'a selector',
  'addon/sidebar/complaints/one/step-form.tsx: input, select, textarea, button': 'a selector',
  'addon/sidebar/complaints/one/step-form.tsx: .action-bar button': 'a selector',
  'addon/sidebar/functions/search.ts': 'what people may type, in both languages',
  'addon/sidebar/kit/qr-code.tsx': 'markup',
  'addon/sidebar/surveys/results/comment-terms.ts':
    'words that are left out of those found in comments, in both languages',
  'functions/pages/hidden-questions.ts': 'a style sheet',
  'functions/pages/page-style.ts': 'a style sheet',
  'functions/pages/page.tsx: <!doctype html>…': 'markup',
}

const folders = ['addon', join('functions', 'pages')]
/** The texts of the custom functions' reference are a table of their own, checked with the pages made from it. */
const ownTables = join('addon', 'reference')
/** What the probe logs is read by those who build this. */
const probe = join('addon', 'probe')

/** What a person is told, whatever it looks like. */
const toldAttributes =
  /^(label|title|placeholder|alt|hint|caption|question|yes|legend|aria-\w*(label|description|valuetext))$/
const toldCalls = /^(toast|alert|prompt|setTitle|setHelpText|addItem|addSubMenu|setNote|setSubtitle)$/

test('every text that a person reads stands in the tables', () => {
  const paths = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  const sources = paths.filter(
    (file) => /\.tsx?$/.test(file) && !/\.d\.ts$/.test(file) && !file.startsWith(ownTables) && !file.startsWith(probe),
  )
  const found = new Set(sources.flatMap(readIn))
  const fileOf = (text: string) => text.slice(0, text.indexOf(':'))
  expect([...found].filter((text) => !(text in allowed) && !(fileOf(text) in allowed))).toEqual([])
  const files = new Set([...found].map(fileOf))
  expect(Object.keys(allowed).filter((text) => !found.has(text) && !files.has(text))).toEqual([])
})

/** `file: text` of each literal that a person would read. */
function readIn(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const text = literal(node)
    if (text !== undefined && isRead(node, text)) found.push(`${path.split(sep).join('/')}: ${text}`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** A literal's own words; what is filled into a template is `…`. */
function literal(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return node.text.trim() || undefined
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('…')
}

function isRead(node: ts.Node, text: string): boolean {
  if (!/\p{L}/u.test(text)) return false
  if (ts.isJsxText(node) || /\p{Script=Han}/u.test(text)) return true
  const { parent } = node
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent)) return false
  if (ts.isJsxAttribute(parent)) return toldAttributes.test(parent.name.getText())
  const end = endOf(node)
  if (end && ts.isJsxAttribute(end)) return toldAttributes.test(end.name.getText())
  return end !== undefined || /\p{L}{2,}[,.:]? \p{L}{2,}/u.test(text)
}

/** The element, attribute or telling call that a literal ends up in. */
function endOf(node: ts.Node): ts.Node | undefined {
  let at = node.parent
  while (ts.isConditionalExpression(at) || ts.isBinaryExpression(at) || ts.isParenthesizedExpression(at)) {
    if (ts.isBinaryExpression(at) && /^[=!<>i]/.test(at.operatorToken.getText())) return undefined
    if (ts.isConditionalExpression(at) && at.condition === node) return undefined
    at = at.parent
  }
  if (ts.isJsxExpression(at)) return at.parent
  if (!ts.isCallExpression(at) || !ts.isPropertyAccessExpression(at.expression)) return undefined
  return toldCalls.test(at.expression.name.text) && at.arguments[0]?.getText().includes(node.getText()) ? at : undefined
}

/** Chinese texts without a Chinese word: names and marks. */
const names: Record<string, string> = {
  'complaintIntake.languages.en': 'English',
  'complaintReport.n': 'n',
  'formulas.rfmScores': 'R | F | M | RFM',
  'improvementsForm.columns.n': 'n',
  'surveyLinks.channels.qq': 'QQ',
  'surveyResults.n': 'n',
  'workspaceForm.languages.en': 'English',
}

/** English texts with a Chinese word: what a language is called in itself, an example of what to type. */
const quoted = ['complaintIntake.languages.zh-CN', 'functionsForm.searchHint', 'workspaceForm.languages.zh-CN']

describe('the Chinese table', () => {
  const en = textsOf('en')
  const zh = textsOf('zh-cn')

  test('has each text of the English one', () => expect([...zh.keys()].sort()).toEqual([...en.keys()].sort()))

  test('says it in Chinese', () => {
    const english = [...zh].filter(([, text]) => /\p{Script=Latin}/u.test(text) && !/\p{Script=Han}/u.test(text))
    const left = [...zh].filter(([, text]) => /[A-Za-z]{2,}[,.]? [A-Za-z]{2,}[,.]? [A-Za-z]{2,}/.test(text))
    const found = Object.fromEntries([...english, ...left])
    expect(found).toEqual(names)
  })

  test('lends the English one no words', () => {
    const chinese = [...en].filter(([, text]) => /\p{Script=Han}/u.test(text)).map(([place]) => place)
    expect(chinese.sort()).toEqual(quoted.sort())
  })

  test('keeps to the glossary', () => {
    expect([...zh].filter(([, text]) => /升级|唯一标识符|用户体验/.test(text))).toEqual([])
  })
})

/** Each text of a table by its place in it; what is filled into it is `…`. No two parts have the same place. */
function textsOf(table: string): Map<string, string> {
  const texts = new Map<string, string>()
  const gather = (node: ts.Node, place: string): void => {
    if (ts.isObjectLiteralExpression(node)) {
      for (const each of node.properties) {
        if (ts.isPropertyAssignment(each)) gather(each.initializer, `${place}.${(each.name as ts.Identifier).text}`)
      }
    } else if (texts.has(place.slice(1))) throw new Error(`${table} says ${place.slice(1)} in two parts.`)
    else texts.set(place.slice(1), literalsIn(node).join(' | '))
  }
  const folder = join('core', 'messages', table)
  for (const path of readdirSync(folder).map((file) => join(folder, file))) {
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
    const statement = source.statements.find(ts.isVariableStatement)
    gather(statement?.declarationList.declarations[0]?.initializer as ts.Node, '')
  }
  return texts
}

function literalsIn(node: ts.Node): string[] {
  const text = literal(node)
  const inner: string[] = []
  ts.forEachChild(node, (child) => void inner.push(...literalsIn(child)))
  return text === undefined ? inner : [text, ...inner]
}
