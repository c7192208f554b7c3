import { basename, dirname } from 'node:path'
import ts from 'typescript5'
import { exportedFunctions } from '../stubs.mjs'

/**
 * The custom functions of a module, as their JSDoc tells them: what they are, take and give back.
 *
 * @param {string} entry Path of the module.
 * @returns In order of export; `family` is the folder that the function is written in.
 */
export function functionDocs(entry) {
  return [...exportedFunctions(entry)]
    .filter(([name]) => name.startsWith('TS_'))
    .map(([name, declaration]) => {
      const [comment, ...tags] = ts.getJSDocCommentsAndTags(declaration).flatMap((doc) => [doc, ...(doc.tags ?? [])])
      return {
        name,
        family: basename(dirname(declaration.getSourceFile().fileName)),
        summary: oneLine(textOf(comment).split(/\n\s*\n|\nExample:/)[0]),
        parameters: tags.filter(ts.isJSDocParameterTag).map(parameter),
        returns: oneLine(textOf(tags.find(ts.isJSDocReturnTag))),
      }
    })
}

function parameter(tag) {
  const optional = /^\[optional\]\s*/
  const text = oneLine(textOf(tag))
  return {
    name: tag.name.getText(),
    type: tag.typeExpression?.type.getText() ?? '',
    optional: optional.test(text),
    text: text.replace(optional, ''),
  }
}

function textOf(node) {
  return ts.getTextOfJSDocComment(node?.comment) ?? ''
}

function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim()
}
