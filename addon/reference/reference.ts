import type { WorkedExample } from './worked-example.ts'

/** The same in both languages of the interface. */
export type Both<T> = { en: T; 'zh-CN': T }

/** A cell as it is shown: a date is its day. */
export type ShownCell = string | number | boolean | { date: string }

/** A worked example with what the built function answered; live functions have no result of their own. */
export type ReferenceExample = {
  cells: Both<ShownCell[][]>
  formula: Both<string>
  result?: Both<ShownCell[][]>
  picture?: NonNullable<WorkedExample['picture']>
}

export type ReferenceParameter = { name: string; type: string; optional: boolean; text: Both<string> }

/** One custom function, as its JSDoc, its Chinese text and its worked example tell it. */
export type FunctionReference = {
  name: string
  summary: Both<string>
  parameters: ReferenceParameter[]
  returns: Both<string>
  example?: ReferenceExample
}

export type FunctionFamily = { id: string; title: Both<string>; functions: FunctionReference[] }

/** How a function is called: `TS_TIER(scores, thresholds, [labels])`. */
export function signature({ name, parameters }: Pick<FunctionReference, 'name' | 'parameters'>): string {
  return `${name}(${parameters.map((each) => (each.optional ? `[${each.name}]` : each.name)).join(', ')})`
}
