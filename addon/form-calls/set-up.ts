import { setUp as begin, type SetUp, type SetUpDone, saveSetUp as save, type TabChoice } from '../set-up/set-up.ts'
import { inWords } from '../user-language.ts'

/** What "Set up" begins with: every tab's header, and which of them hold what. */
export function setUp(): SetUp {
  return inWords(begin)
}

/** Makes the tabs that are wanted, and remembers which columns of the team's own tabs hold what. */
export function saveSetUp(choices: TabChoice[]): SetUpDone {
  return inWords(() => save(choices))
}
