import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import ts from 'typescript5'
import { expect, test } from 'vitest'

/** Every method by which a script puts a text into a sheet, or a rule that offers texts to put there. */
const writing =
  /^(setValues?|setFormulas?|setFormulas?R1C1|setNotes?|setComments?|setRichTextValues?|setName|renameActiveSheet|insertSheet|appendRow|replaceAllWith|replaceWith|requireValueInList|requireFormulaSatisfied|whenFormulaSatisfied)$/

/** Where such a call may stand, and why its text is safe. */
const allowed: Record<string, string> = {
  'sheet/writing/write-cells.ts setValues':
    'the one writer: every text passes safeText, and formulas are SheetFormula, which no given value can be',
  'sheet/writing/write-cells.ts setNotes': 'a note is shown as it is and never run',
  'entry-standard/apply-entry-rules.ts requireValueInList':
    'checkedEntryRules refuses what would be a formula when picked',
  'entry-standard/apply-entry-rules.ts requireFormulaSatisfied': 'a formula of its own: it names one cell',
  'sheet/tabs/ensured-tab.ts insertSheet': "the name is the add-on's own, from the tables of texts",
  'sheet/tabs/new-tab.ts insertSheet': "the name is the add-on's own: a text of the tables or a custom function's name",
  'functions-form/insert-function.ts setFormula': 'a formula that formulaOf composed: texts and tab names are quoted',
  'functions-form/beside-customers.ts setFormula': 'a formula that formulaOf composed: texts and tab names are quoted',
  'survey/results-table.ts setFormula':
    'a formula that resultsFormula composed: ids and words are quoted, days are numbers',
  'kpi/sheet/drawn-state.ts setValue': 'what was drawn (developer metadata), which is no cell',
  'standard/standard-names.ts setValue': 'former names (developer metadata), which are no cell',
  'tab-import/kept-import.ts setValue': 'where an import stood (developer metadata), which is no cell',
  'sheet/tabs/tab-marks.ts setValue': 'a mark (developer metadata), which is no cell',
}

test('texts go into sheets through the safe writer alone', () => {
  const files = readdirSync('addon', { recursive: true, encoding: 'utf8' })
  // Forms write nothing; the probe writes in a spreadsheet of its own what Google is to be tried with.
  const scripts = files.filter((file) => /\.tsx?$/.test(file) && !/^(sidebar|probe)/.test(file))
  const found = scripts.flatMap(callsIn)
  expect([...new Set(found)].sort()).toEqual(Object.keys(allowed).sort())
})

/** `file method` of each call that writes. */
function callsIn(file: string): string[] {
  const path = join('addon', file)
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const name = ts.isPropertyAccessExpression(node) ? node.name.text : elementName(node)
    if (name && writing.test(name)) found.push(`${file.split(sep).join('/')} ${name}`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** `setValue` of `range['setValue']`. */
function elementName(node: ts.Node): string | undefined {
  return ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)
    ? node.argumentExpression.text
    : undefined
}
