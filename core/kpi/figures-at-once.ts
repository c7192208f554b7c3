/** So many figures are published by one request at the most; a KPI by one cut comes whole. */
export const FIGURES_AT_ONCE = 2000
