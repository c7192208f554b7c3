/** A word that stands in a cell: the same in both languages, or one for each. */
export type Words = string | { en: string; 'zh-CN': string }

/** A small sheet and the formula that answers it: what the Functions form and the pages about functions show. */
export type WorkedExample = {
  /** Rows from A1 on, headings first; dates as 2024-03-01. */
  cells: readonly (readonly (Words | number | boolean)[])[]
  /** What is typed into the first free column of row 1; its ranges lie within `cells`. */
  formula: Words
  /** What the result shows best as: columns of the result by position from 0, the labels first. */
  picture?: { kind: 'bars' | 'lines'; labels: number; values: readonly number[] } | { kind: 'heat'; from: number }
}
