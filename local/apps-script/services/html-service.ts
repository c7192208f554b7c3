import { ask } from './ask.ts'
import { emulated, enumeration } from './emulated.ts'
import { exception } from './exception.ts'
import { evaluateTemplate } from './html-template.ts'

type Output = { html: string; title: string; width: number; height: number }

const outputs = new WeakMap<object, Output>()

/** The global `HtmlService`. */
export const htmlService = emulated('HtmlService', {
  createHtmlOutput: (html = '') => htmlOutput(html),
  createHtmlOutputFromFile: (name: string) => htmlOutput(htmlFile(name)),
  createTemplate: (html: string) => htmlTemplate(html),
  createTemplateFromFile: (name: string) => htmlTemplate(htmlFile(name)),
  SandboxMode: enumeration('SandboxMode', ['IFRAME']),
})

/** What a page made by HtmlService is to show. */
export function htmlOf(output: unknown): Output {
  if (typeof output === 'string') return { html: output, title: '', width: 600, height: 400 }
  const found = typeof output === 'object' && output !== null ? outputs.get(output) : undefined
  if (found === undefined) throw exception('The parameters do not match the method signature: HTML was expected.')
  return found
}

function htmlFile(name: string): string {
  return ask('HtmlService.createHtmlOutputFromFile', { name })
}

function htmlOutput(html: string) {
  const output: Output = { html, title: '', width: 600, height: 400 }
  const self = emulated('HtmlOutput', {
    getContent: () => output.html,
    getTitle: () => output.title,
    append: (more: string) => changed({ html: output.html + more }),
    setTitle: (title: string) => changed({ title }),
    setWidth: (width: number) => changed({ width }),
    setHeight: (height: number) => changed({ height }),
    setSandboxMode: (_mode: string) => self,
    addMetaTag: (_name: string, _content: string) => self,
  })
  function changed(part: Partial<Output>): object {
    Object.assign(output, part)
    return self
  }
  outputs.set(self, output)
  return self
}

/** A template: what a script sets on it are the scriptlets' variables. */
function htmlTemplate(source: string): object {
  const variables: Record<string, unknown> = {}
  return Object.assign(variables, { evaluate: () => htmlOutput(evaluateTemplate(source, variables)) })
}
