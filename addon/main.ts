/** Everything that Sheets, the menu and the sidebar can call. What is not exported here stays hidden from them. */

export * from './custom-functions.ts'
// What the sidebar forms and the timed triggers call: each answers with plain data, or throws one sentence.
export * from './form-calls/complaints.ts'
export * from './form-calls/customer-file.ts'
export * from './form-calls/customer-page.ts'
export * from './form-calls/entry-standard.ts'
export * from './form-calls/functions.ts'
export * from './form-calls/kpi-sheet.ts'
export * from './form-calls/language.ts'
export * from './form-calls/scores.ts'
export * from './form-calls/set-up.ts'
export * from './form-calls/survey-links.ts'
export * from './form-calls/survey-results.ts'
export * from './form-calls/surveys.ts'
export * from './form-calls/tiers.ts'
export * from './form-calls/workspace.ts'
export * from './menu.ts'
