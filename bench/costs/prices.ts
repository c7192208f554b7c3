/** When these prices were looked up. */
export const PRICES_OF = '2026-11'
export const REGION = 'us-east-1'

/** AWS list prices in dollars, on demand, without the free tier. Look them up again before relying on the page. */
export const prices = {
  writeUnits: 0.625 / 1e6,
  readUnits: 0.125 / 1e6,
  /** Stored, kept restorable to any point in time, and in the whole copies of three months. */
  storedGB: 0.25 + 0.2 + 3 * 0.1,
  apiRequests: 1 / 1e6,
  lambdaRequests: 0.2 / 1e6,
  /** On arm64. */
  lambdaGBSeconds: 0.0000133334,
  logGB: 0.5 + 0.03,
  emails: 0.1 / 1e3,
  secrets: 0.4,
  alarms: 0.1,
  dashboards: 3,
}
