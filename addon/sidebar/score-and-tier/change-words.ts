import type { StandardChange } from '../../../core/standard/standard-changes.ts'
import { messages } from '../kit/language.ts'
import { shown } from './shown.ts'

const text = messages.scoreForm
const words = messages.standardWords

/** One difference between two versions, in words. */
export function changeWords(change: StandardChange): string {
  const { name } = change
  if (!('before' in change)) {
    const told = change.what === 'added' ? text.changed.added : text.changed.removed
    return told({ part: words[change.part], name })
  }
  if (change.what === 'direction') {
    const way = (direction: number) => (direction > 0 ? text.higherIsBetter : text.lowerIsBetter)
    return text.changed.value({
      name: text.changed.direction(name),
      before: way(change.before),
      after: way(change.after),
    })
  }
  const what = change.what === 'setting' ? words[change.name] : text.changed[change.what](name)
  return text.changed.value({ name: what, before: said(change.before), after: said(change.after) })
}

function said(value: string | number | null): string {
  if (value === null || value === '') return text.changed.none
  if (typeof value === 'number') return shown(value)
  return (words as Record<string, string>)[value] ?? value
}
