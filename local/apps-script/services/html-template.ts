/**
 * Fills a template: `<? code ?>` runs, `<?= value ?>` prints escaped, `<?!= value ?>` prints as it is.
 *
 * @param variables What the scriptlets see beside the script's own globals.
 */
export function evaluateTemplate(source: string, variables: Record<string, unknown>): string {
  const steps = source.split(/(<\?[\s\S]*?\?>)/).map((piece) => {
    if (!piece.startsWith('<?')) return `print_(${JSON.stringify(piece)});`
    const code = piece.slice(2, -2)
    if (code.startsWith('!=')) return `print_(String(${code.slice(2)}));`
    if (code.startsWith('=')) return `print_(escape_(String(${code.slice(1)})));`
    return `${code}\n`
  })
  const names = Object.keys(variables).filter((name) => name !== 'evaluate')
  const fill = new Function('print_', 'escape_', ...names, steps.join('\n'))
  let html = ''
  const print = (text: string) => {
    html += text
  }
  fill(print, escapeHtml, ...names.map((name) => variables[name]))
  return html
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
