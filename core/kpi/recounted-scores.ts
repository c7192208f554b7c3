/**
 * What single answers come to, worked out from how often each score was given, by the definitions alone: for proving
 * a figure, nothing of how it is counted otherwise is used.
 *
 * @param points The highest satisfaction of the question's scale.
 * @returns `value` undefined without answers: NPS -100 to 100, CSAT 0 to 1, CES the mean.
 */
export function recountedScores(
  metric: 'NPS' | 'CSAT' | 'CES',
  scores: Readonly<Record<string, number>>,
  points: number,
): { n: number; value: number | undefined } {
  let [n, sum, promoters, detractors, satisfied] = [0, 0, 0, 0, 0]
  for (const [text, times] of Object.entries(scores)) {
    const score = Number(text)
    n += times
    sum += score * times
    if (score === 9 || score === 10) promoters += times
    if (score < 7) detractors += times
    if (score >= (points === 10 ? 8 : points === 7 ? 6 : 4)) satisfied += times
  }
  if (n === 0) return { n, value: undefined }
  const values = { NPS: (100 * (promoters - detractors)) / n, CSAT: satisfied / n, CES: sum / n }
  return { n, value: values[metric] }
}
