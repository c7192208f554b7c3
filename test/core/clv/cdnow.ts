import { existsSync, readFileSync } from 'node:fs'
import type { PricedOrders } from '../../../core/customers/orders.ts'

const FILE = '../shared/data/cdnow_sample.txt'

export const hasCdnow = existsSync(FILE)
const day = (iso: string) => Date.parse(iso) / 86_400_000
/** The last day of the calibration period of the papers. */
export const CALIBRATED = day('1997-09-30')

/** The 6,919 orders of 2,357 customers of the CDNOW sample, by sample id. */
export function cdnowOrders(): PricedOrders {
  const rows = readFileSync(FILE, 'utf8').trim().split('\n')
  const fields = rows.map((row) => row.trim().split(/\s+/) as [string, string, string, string, string])
  return {
    ids: fields.map(([, id]) => Number(id)),
    days: fields.map(([, , date]) => day(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`)),
    amounts: fields.map(([, , , , dollars]) => Number(dollars)),
  }
}
