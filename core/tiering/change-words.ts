import type { Messages } from '../messages/messages.ts'
import type { PartChange } from './score-change.ts'
import { signedPoints } from './signed-points.ts'

/** What moved a score, in words: "Satisfaction 4 → 2: −9.1; Orders (others rose): −2". */
export function changeWords(
  parts: readonly PartChange[],
  labelOf: (key: string) => string,
  words: Messages['scoreChanges'],
): string {
  return parts
    .map((part) => words.part({ label: labelOf(part.key), how: how(part, words), points: signedPoints(part.points) }))
    .join(words.between)
}

function how({ cause, from, to, points }: PartChange, words: Messages['scoreChanges']): string {
  if (cause === 'value') return words.value({ from: shown(from, words), to: shown(to, words) })
  if (cause === 'others') return points < 0 ? words.othersRose : words.othersFell
  return cause === 'share' ? words.share : words.standard
}

function shown(value: number | null, words: Messages['scoreChanges']): string {
  return value === null ? words.blank : String(Math.round(value * 100) / 100)
}
