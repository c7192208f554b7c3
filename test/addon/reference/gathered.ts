import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FunctionFamily } from '../../../addon/reference/reference.ts'

export type Gathered = { families: FunctionFamily[]; problems: string[] }

/** Everything that is told about the functions, its examples answered by a built script. */
export async function gathered(code: string): Promise<Gathered> {
  const { reference } = await module<{ reference(code: string): Promise<Gathered> }>('gather.mjs')
  return reference(code)
}

/** The pages and pictures that `npm run docs` would write, by their path under docs/, and what they are made of. */
export async function generatedDocs(code: string): Promise<Gathered & { files: Map<string, string> }> {
  const { docs } = await module<{ docs: typeof generatedDocs }>('docs.mjs')
  return docs(code)
}

function module<T>(name: string): Promise<T> {
  return import(pathToFileURL(join('addon', 'reference', name)).href)
}
