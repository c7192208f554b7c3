import type { StatisticCell } from '../../core/own-statistics/cell-reader.ts'

/** What a statistic of the backend counts: rows by field, none of which names anybody. */
export type StoredRows = { fields: string[]; rows: Record<string, StatisticCell>[] }
