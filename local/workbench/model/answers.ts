import type { WorkbookOps } from '../workbook.ts'

/** One function for each operation, at once or after waiting. */
export type Answers = {
  [M in keyof WorkbookOps]: (
    params: Parameters<WorkbookOps[M]>[0],
  ) => ReturnType<WorkbookOps[M]> | Promise<ReturnType<WorkbookOps[M]>>
}
