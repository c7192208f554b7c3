const keys = ['test/functions/keys.test.ts']
const table = ['test/functions/transactions.test.ts']
/** Tests of the store's own functions. */
const store = (...names) => names.map((name) => `test/functions/store/${name}.test.ts`)
const writer = ['test/addon/writer.test.ts']

/** What `npm run mutate -- --store` breaks outside of `core/`, each with the tests that have to see it. */
export const subjects = {
  'functions/store/workspace-key.ts': keys,
  'functions/store/document-key.ts': keys,
  'functions/store/day-head.ts': keys,
  'functions/secrets.ts': keys,
  'functions/request/caller.ts': keys,
  'functions/request/cursor.ts': keys,
  'functions/store/table.ts': table,
  'functions/store/operation.ts': table,
  'functions/store/audit-trail.ts': ['test/functions/audit-trail.test.ts'],
  'functions/store/member.ts': ['test/functions/members.test.ts'],
  'functions/store/wall.ts': store('wall', 'wall-proofs'),
  'functions/store/touched-keys.ts': store('touched-keys'),
  'functions/store/answer.ts': store('answer', 'answer-changes'),
  'functions/store/anonymous-answer.ts': store('answer-changes'),
  'functions/store/answer-import.ts': store('answer-import'),
  'functions/store/answer-days.ts': store('answer-days'),
  'functions/store/figures.ts': store('figures'),
  'functions/store/kept-figures.ts': store('kept-figures'),
  'functions/store/following.ts': store('following'),
  'functions/store/recounts.ts': store('recounts'),
  'functions/identity.ts': ['test/functions/identity.test.ts'],
  'functions/issuer-keys.ts': ['test/functions/identity.test.ts'],
  'addon/sheet/writing/safe-text.ts': writer,
  'addon/sheet/writing/write-cells.ts': writer,
  'addon/sheet/writing/formula-text.ts': writer,
}
