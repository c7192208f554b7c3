/** A customer's id as the sheet holds it. */
export type CustomerId = string | number

/** Order rows as columns of equal length; `days` count from 1970-01-01 in the spreadsheet's time zone. */
export type Orders = { ids: readonly CustomerId[]; days: readonly number[] }

/** Order rows with what each was worth. */
export type PricedOrders = Orders & { amounts: readonly number[] }
