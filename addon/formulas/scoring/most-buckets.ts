/** More scores or tiers than anyone tells apart; far more would take all memory. */
export const MOST_BUCKETS = 1000
