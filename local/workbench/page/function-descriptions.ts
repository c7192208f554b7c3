import type { IFunctionInfo } from '@univerjs/preset-sheets-core'
import { FunctionType } from '@univerjs/preset-sheets-core'
import type { FunctionCard } from '../workbook.ts'

/** What the formula bar tells of a custom function while it is typed. */
export function functionDescription({ name, summary, parameters, example }: FunctionCard): IFunctionInfo {
  return {
    functionName: name,
    functionType: FunctionType.User,
    description: [summary, example].filter(Boolean).join('\n'),
    abstract: summary,
    functionParameter: parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description,
      example: parameter.type,
      require: parameter.optional ? 0 : 1,
      repeat: 0,
    })),
  }
}
