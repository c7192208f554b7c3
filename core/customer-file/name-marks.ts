import { chinesePlaces } from './chinese-places.ts'

/** What tells names apart that are otherwise nearly the same: numbers and Chinese places. */
export type NameMarks = { numbers: string; places: ReadonlySet<string> }

const BY_FIRST = new Map<string, string[]>()
for (const place of chinesePlaces) {
  const first = place[0] as string
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), place])
}
const NUMBERS =
  /\d+|[零〇一二三四五六七八九十百千甲乙丙丁]+|(?<=^| )(?:i{1,3}|iv|vi{0,3}|ix|x)(?= |$)|(?:东|西|南|北)(?=[区门街路店部校院站])/g

/** @param text A name as `foldedName` gives it. */
export function nameMarks(text: string): NameMarks {
  return { numbers: (text.match(NUMBERS) ?? []).join(' '), places: placesIn(text) }
}

/** Whether two names differ by a number or by a place, so that likeness says nothing: 第一小学 is not 第二小学. */
export function differByMark(a: NameMarks, b: NameMarks): boolean {
  return a.numbers !== b.numbers || !(includes(a.places, b.places) || includes(b.places, a.places))
}

function placesIn(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = 0; at < text.length; at++) {
    for (const place of BY_FIRST.get(text[at] as string) ?? []) if (text.startsWith(place, at)) found.add(place)
  }
  return found
}

function includes(all: ReadonlySet<string>, some: ReadonlySet<string>): boolean {
  return [...some].every((place) => all.has(place))
}
