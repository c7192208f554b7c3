import { columnLetters } from '../sheet/column-letters.ts'
import type { Both, FunctionFamily, FunctionReference, ReferenceExample, ShownCell } from './reference.ts'
import { signature } from './reference.ts'
import { shownText } from './shown-text.ts'

type Language = keyof Both<unknown>

const WORDS = {
  en: {
    title: 'Functions',
    other: '[简体中文](functions.zh-CN.md)',
    intro:
      'Every custom function, with an example that the very bundle for Google Sheets has answered. Type `=TS_` in a cell to list them, or open **Extensions > Tiersheet > Functions** to search them, try them on your columns and insert them.',
    notes:
      'Arguments in square brackets may be left out. A range may be open (`A2:A`); a row of headings in it is found by itself. Dates are dates, or text such as `2024-03-01`. Rates are decimals: 0.1 is 10 %. `npm run docs` writes this page.',
    takes: 'Takes',
    optional: 'optional',
    gives: 'Gives back',
    typed: (cell: string) => `Typed into ${cell}:`,
    picture: (name: string) => `The result of ${name} as a picture`,
  },
  'zh-CN': {
    title: '函数',
    other: '[English](functions.md)',
    intro:
      '全部自定义函数，每个都有一个示例，结果由推送到 Google 表格的同一份程序算出。在单元格中键入 `=TS_` 即可列出全部函数；也可以打开 **扩展程序 > Tiersheet > 函数**，搜索、在自己的数据列上试算并插入。',
    notes:
      '方括号中的参数可以省略。区域可以不写末行（`A2:A`），其中的标题行会自动识别。日期用日期格式，或 `2024-03-01` 这样的文本。比率用小数：0.1 即 10%。本页由 `npm run docs` 生成。',
    takes: '参数',
    optional: '可省略',
    gives: '返回',
    typed: (cell: string) => `在 ${cell} 中键入：`,
    picture: (name: string) => `${name} 的结果图`,
  },
}

/**
 * The page about all functions, in Markdown.
 *
 * @param picture The address of a function's picture, from the page.
 */
export function page(families: FunctionFamily[], language: Language, picture: (name: string) => string): string {
  const words = WORDS[language]
  const contents = families.map(({ title, functions }) => {
    const items = functions.map(({ name, summary }) => `- [\`${name}\`](#${name.toLowerCase()}): ${summary[language]}`)
    return `**${title[language]}**\n\n${items.join('\n')}`
  })
  const sections = families.map(({ title, functions }) =>
    [`## ${title[language]}`, ...functions.map((each) => section(each, language, picture))].join('\n\n'),
  )
  const parts = [`# ${words.title}`, words.other, words.intro, words.notes, ...contents, ...sections]
  return `${parts.join('\n\n')}\n`
}

function section(told: FunctionReference, language: Language, picture: (name: string) => string): string {
  const words = WORDS[language]
  const stop = language === 'en' ? ': ' : '：'
  const parameters = told.parameters.map(({ name, optional, text }) => {
    const mark = optional ? (language === 'en' ? ` (${words.optional})` : `（${words.optional}）`) : ''
    return `- \`${name}\`${mark}${stop}${text[language]}`
  })
  return [
    `### ${told.name}`,
    told.summary[language],
    `\`\`\`text\n${signature(told)}\n\`\`\``,
    ...(parameters.length > 0 ? [`**${words.takes}**\n\n${parameters.join('\n')}`] : []),
    `**${words.gives}**${stop}${told.returns[language]}`,
    ...(told.example ? example(told.name, told.example, language, picture(told.name)) : []),
  ].join('\n\n')
}

function example(
  name: string,
  { cells, formula, result, picture }: ReferenceExample,
  language: Language,
  address: string,
) {
  const words = WORDS[language]
  const own = cells[language]
  const width = own[0]?.length ?? 0
  return [
    ...(own.length > 0 ? [table(own, 0)] : []),
    `${words.typed(`\`${columnLetters(width + 1)}1\``)}\n\n\`\`\`text\n${formula[language]}\n\`\`\``,
    ...(result ? [table(result[language], width)] : []),
    ...(picture ? [`![${words.picture(name)}](${address})`] : []),
  ]
}

/** Cells with the letters and numbers of a sheet around them. */
function table(cells: ShownCell[][], firstColumn: number): string {
  const columns = cells[0]?.map((_, at) => columnLetters(firstColumn + at + 1)) ?? []
  const numeric = columns.map((_, at) => cells.some((row) => typeof row[at] === 'number'))
  const lines = [
    ['', ...columns],
    ['--:', ...numeric.map((right) => (right ? '--:' : '---'))],
    ...cells.map((row, at) => [`**${at + 1}**`, ...row.map(escaped)]),
  ]
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n')
}

function escaped(cell: ShownCell): string {
  return shownText(cell).replace(/[\\|*_<>`[\]]/g, '\\$&')
}
