import type { Messages } from './messages.ts'

export const zhCN: Messages = {
  errors: {
    missingColumn: (d) => `${d.table}中没有“${d.column}”列。请将某一列改为此名，或选择其他列。`,
  },
}
