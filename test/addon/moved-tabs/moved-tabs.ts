import { afterAll, describe, expect, test } from 'vitest'
import type { Cell } from '../../../local/workbench/workbook.ts'
import { type SheetHarness, type SheetHarnessOptions, sheetHarness } from '../sheet-harness.ts'
import { changes, type Written } from './changes.ts'
import { isWrittenWhole, type Move, moves } from './moves.ts'
import { headersOf, MINE, Place } from './place.ts'
import { noteOf, type Snapshot, snapshot } from './snapshot.ts'

/** Something that a person does with the add-on: the calls that it makes, and all that they write. */
type Action = {
  name: string
  calls: string[]
  writes: Written
  run: (place: Place) => Promise<unknown>
}

/** Actions that go together, one after the other, in a workbook that was made ready. */
export type Subject = {
  name: string
  /** What its tests are called. */
  file: string
  tabs: () => Record<string, Cell[][]>
  options?: (open: Open) => Promise<SheetHarnessOptions>
  /** Whether each test makes its workbook ready anew, because not all that actions change is in it. */
  isFresh?: boolean
  ready: (place: Place) => Promise<void>
  /** What a person must do first where they copied the spreadsheet. */
  inCopy?: (place: Place) => Promise<void>
  actions: Action[]
}

/** Opens something that is closed when all tests of a subject are over. */
type Open = <T extends { close: () => Promise<void> }>(open: () => Promise<T>) => Promise<T>

/** Tests that actions write what they should and nothing else, and the same whatever a person did to the tabs between them. */
export function testMoved(subject: Subject): void {
  describe(`${subject.name}: moving tabs makes no action write in the wrong place`, () => {
    const opened: { close: () => Promise<void> }[] = []
    let begun: { sheet: SheetHarness; restore: () => Promise<void> } | undefined
    let expected: Snapshot[] = []
    afterAll(async () => {
      for (const { close } of opened.reverse()) await close()
    })
    const open: Open = async (make) => {
      const one = await make()
      opened.push(one)
      return one
    }
    let options: Promise<SheetHarnessOptions | undefined> | undefined

    /** Each test begins with the same workbook. */
    async function begin(): Promise<Place> {
      if (begun && !subject.isFresh) {
        await begun.restore()
        await begun.sheet.select(begun.sheet.tabNames()[0] as string, 1)
      } else {
        options ??= Promise.resolve(subject.options?.(open))
        const given = await options
        const sheet = await open(() => sheetHarness({ tabs: subject.tabs(), ...given }))
        await subject.ready(new Place(sheet))
        begun = { sheet, restore: sheet.snapshot() }
      }
      const place = new Place(begun.sheet)
      place.tabs()
      return place
    }

    async function undisturbed(): Promise<Snapshot[]> {
      const place = await begin()
      const found = [snapshot(place)]
      for (const { run } of subject.actions) {
        await run(place)
        found.push(snapshot(place))
      }
      return found
    }

    test('undisturbed, each writes what it is for and nothing else', async () => {
      expected = await undisturbed()
      subject.actions.forEach(({ name, writes }, at) => {
        const written = changes(expected[at] as Snapshot, expected[at + 1] as Snapshot)
        expect(written, name).toEqual(Object.fromEntries(Object.entries(writes).map(([tab, all]) => [tab, all.sort()])))
      })
    })

    test.each(Object.entries(moves))('%s', async (_, move) => {
      if (expected.length === 0) expected = await undisturbed()
      await runMoved(await begin(), move, subject, expected)
    })
  })
}

async function runMoved(place: Place, move: Move, { actions, inCopy }: Subject, expected: Snapshot[]): Promise<void> {
  const { sheet } = place
  let original: Cell[][][] = []
  for (const [step, { name, calls, run }] of actions.entries()) {
    await move(place, step)
    if (step === 0) original = sheet.book.sheets.map((tab) => tab.table())
    if (step === 0 && place.sheet !== sheet) await inCopy?.(place)
    place.called.clear()
    await run(place)
    expect([...place.called], name).toEqual(expect.arrayContaining(calls))
    const found = snapshot(place)
    for (const tab of Object.keys({ ...found, ...expected[step + 1] })) {
      expect(found[tab], `${name}: ${tab}`).toEqual(expected[step + 1]?.[tab])
    }
    checkPersons(place, name)
  }
  if (place.sheet === sheet) return
  expect(sheet.book.sheets.map((tab) => tab.table())).toEqual(original)
  await place.sheet.close()
}

/** What a person put beside the rows still stands beside them, and the tabs that they duplicated are as they were. */
function checkPersons(place: Place, action: string): void {
  for (const { name, tab } of place.tabs()) {
    const header = headersOf(tab)
    const at = header.indexOf(MINE)
    if (at < 0 || isWrittenWhole(name)) continue
    for (const row of tab.table().slice(1)) {
      if (row[at] !== '') expect(row[at], `${action}: ${name}`).toBe(noteOf(name, header, row))
    }
  }
  for (const [id, cells] of place.duplicates) {
    expect(place.sheet.book.sheets.find((tab) => tab.id === id)?.table(), `${action}: duplicate`).toEqual(cells)
  }
}
