/** What a function is and takes, in the words of the person in the cell. English stands in its JSDoc. */
export type FunctionText = {
  /** What it gives back, in one sentence. */
  summary: string
  /** In the order of the function's parameters. */
  parameters: Record<string, string>
  returns: string
}
