import type { Messages } from './messages.ts'

export const zhCN: Messages = {
  errors: {
    missingSheet: (d) => `没有名为“${d.sheet}”的工作表。请选择已有的工作表。`,
    missingColumn: (d) => `${d.table}中没有“${d.column}”列。请将某一列改为此名，或选择其他列。`,
  },
}
