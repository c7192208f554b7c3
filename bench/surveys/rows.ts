/** As many rows as one request to import takes. */
export const PAGE = 500

/** The customers that rows name, each with many answers. */
const CUSTOMERS = 1000

/** Mirrored customers, as a sheet has them: of 4 tiers, 20 owners and 50 segments. */
export function customers() {
  return Array.from({ length: CUSTOMERS }, (_, at) => ({
    id: `C${at}`,
    name: `Customer ${at}`,
    tier: 'ABCD'[at % 4],
    owner: `owner${at % 20}@example.com`,
    segment: `Segment ${at % 50}`,
  }))
}

/** The days of 2025, first to last. */
export const YEAR = { from: '2025-01-01', to: '2025-12-31' }

/** A page of rows as exports of surveys have them: in order of time, so many a day. */
export function pageOfRows(page: number, perDay: number) {
  return Array.from({ length: PAGE }, (_, at) => {
    const number = page * PAGE + at
    const date = new Date(Date.UTC(2025, 0, 1 + (Math.floor(number / perDay) % 365))).toISOString().slice(0, 10)
    const answers = { nps: number % 11, productQuality: 1 + (number % 5), comment: `Comment ${number}` }
    return { id: `row ${number}`, date, customerId: `C${number % CUSTOMERS}`, answers }
  })
}
