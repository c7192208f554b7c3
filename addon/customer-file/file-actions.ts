/** Where an action stands: written ahead, being made, made, being taken back, taken back, given up before anything was made. */
export type ActionState = 'recording' | 'making' | 'made' | 'undoing' | 'undone' | 'dropped'

/** An import or a merge: what the form shows of it, and where its changes stand in the Change history. */
export type FileAction = {
  id: string
  kind: 'import' | 'merge'
  /** ISO instant. */
  at: string
  by: string
  /** What was imported, or the ids that were merged. */
  what: string
  state: ActionState
  /** How many changes are written ahead, and how many of them are made. */
  recorded: number
  made: number
  /** Tells whether the changes still stand in the order in which so many of them were made. */
  order?: number
  /** The row of the Change history where they begin. */
  firstRow: number
}

const property = 'CUSTOMER_FILE_ACTIONS'
const KEPT = 10

/** The latest actions on the customer file, newest first. */
export function fileActions(): FileAction[] {
  return JSON.parse(PropertiesService.getDocumentProperties().getProperty(property) ?? '[]') as FileAction[]
}

export function findAction(id: string): FileAction | undefined {
  return fileActions().find((action) => action.id === id)
}

/** Keeps what an action has come to; the oldest are forgotten. */
export function keepAction(action: FileAction): FileAction {
  const others = fileActions().filter(({ id }) => id !== action.id)
  const all = [action, ...others].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, KEPT)
  PropertiesService.getDocumentProperties().setProperty(property, JSON.stringify(all))
  return action
}

/** Forgets merges of these customers, which then can't be undone. */
export function forgetMerges(ids: readonly string[]): void {
  const all = fileActions()
  const kept = all.filter(({ kind, what }) => kind !== 'merge' || !what.split(' → ').some((id) => ids.includes(id)))
  if (kept.length < all.length) {
    PropertiesService.getDocumentProperties().setProperty(property, JSON.stringify(kept))
  }
}
