import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { emulatedAnswers } from '../../local/probe/emulated-answers.ts'

/** What `docs/unproven.md` says is taken for granted: the emulation has to be like it, or tests prove nothing. */
test('the emulation answers each point of the probe as the add-on takes it to be', async () => {
  const { buildProbe } = (await import(pathToFileURL('addon/probe/build.mjs').href)) as {
    buildProbe(): Promise<void>
  }
  await buildProbe()
  expect(await emulatedAnswers()).toEqual({
    'an argument left out between commas': 'number, blank text, string',
    'an empty cell as an argument': 'blank text, number, number',
    'a Date that a custom function returns': 'a date',
    'document properties in a custom function': 'kept',
    'the document’s cache in a custom function': 'put',
    'the identity token': {
      ...{ algorithm: 'RS256', 'email_verified is true': true, 'aud is one text': true, 'sub is a text': true },
    },
    'who may edit, with spreadsheets.currentonly': 'number',
    'the id of a chart that was just inserted, and after updateChart': { 'is told': true, stays: true, charts: 1 },
    'a mark of a column, after the column was moved': [3],
    'a mark of a row, after a row was put above it': [3],
    'marks of a tab that was copied': 1,
    'a tab that was hidden': true,
    'texts in cells with the format @': Array(7).fill(true),
    'a text behind an apostrophe': { value: '=1+1', formula: '' },
  })
})
