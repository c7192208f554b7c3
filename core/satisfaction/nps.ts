import type { NpsCounts } from './nps-stats.ts'

/** The net promoter score of counted answers, at least one: per cent of promoters less per cent of detractors. */
export function nps({ promoters, passives, detractors }: NpsCounts): number {
  return (100 * (promoters - detractors)) / (promoters + passives + detractors)
}
