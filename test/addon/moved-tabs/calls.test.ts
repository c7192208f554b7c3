import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as formulas from '../../../addon/custom-functions.ts'
import * as script from '../../../addon/main.ts'
import { readOnlyCalls } from './read-only-calls.ts'
import { subjects } from './subjects/subjects.ts'

/** All that forms, the menu and triggers can call; Sheets itself keeps formulas from writing. */
const calls = Object.keys(script)
  .filter((name) => !(name in formulas))
  .sort()
const covered = new Set(subjects.flatMap(({ actions }) => actions.flatMap((action) => action.calls)))
const readOnly = Object.values(readOnlyCalls).flat()

test('every call that writes is made over moved tabs; the others say why they are not', () => {
  expect([...new Set([...covered, ...readOnly])].sort()).toEqual(calls)
  expect(readOnly.filter((name) => covered.has(name))).toEqual([])
})

test('every subject has a file of tests', () => {
  const tested = subjects.filter(({ file }) => {
    return readFileSync(`test/addon/moved-tabs/${file}.test.ts`, 'utf8').includes(`./subjects/${file}.ts`)
  })
  expect(tested).toEqual(subjects)
})
