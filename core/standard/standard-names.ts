/** What standards are called and were called, so that what was kept under a former name is still theirs. */
export type StandardNames = {
  /** Each former name with the name of today. */
  renamed: [former: string, now: string][]
  removed: string[]
}

/** What a standard is called today that was once called so. */
export function nameNow({ renamed }: StandardNames, name: string): string {
  return renamed.find(([former]) => former === name)?.[1] ?? name
}

/** The names after a standard is called otherwise. Former names lead to the new one; a name that it had before is its own again. */
export function renamedStandard(names: StandardNames, from: string, to: string): StandardNames {
  const others = names.renamed.filter(([former]) => former !== to && former !== from)
  return {
    ...names,
    renamed: [...others.map(([former, now]): [string, string] => [former, now === from ? to : now]), [from, to]],
  }
}

/** Whether a name is, or was, that of another standard than the one to be renamed. */
export function isNameTaken(names: StandardNames, known: readonly string[], from: string, to: string): boolean {
  const now = nameNow(names, to)
  return now !== from && (now !== to || known.includes(to) || names.removed.includes(to))
}
