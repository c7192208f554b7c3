import type { Plant } from './program.ts'
import type { Theme } from './world.ts'

const READING: Theme = { does: ['importPage', 'readFigures', 'readFigures', 'edit'] }

/** Bugs that a simulation must find: what each text of the program is replaced by. */
export const plants: Plant[] = [
  {
    name: 'a duplicate is counted',
    file: 'functions/store/answer.ts',
    from: `ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',`,
    to: '',
  },
  {
    name: 'a head is bumped without the put',
    file: 'functions/store/answer-import.ts',
    from: `const refused = await transact(table, [
      ...left.map((answer) => newAnswerWrite(workspace, survey, answer)),
      dayWrite(workspace, survey, left, left.length),`,
    to: `await transact(table, [dayWrite(workspace, survey, left, left.length)])
    const refused = await transact(table, [
      ...left.map((answer) => newAnswerWrite(workspace, survey, answer)),`,
  },
  {
    name: 'a put goes without its head',
    file: 'functions/store/answer.ts',
    from: 'dayWrite(workspace, survey, [kept], 1),',
    to: '',
  },
  {
    name: 'an edit leaves the head',
    seed: 85,
    theme: READING,
    file: 'functions/store/answer.ts',
    from: 'return [update, dayWrite(workspace, survey, [before], 0), ',
    to: 'return [update, ',
  },
  {
    name: 'figures are overwritten by an older count',
    theme: { does: ['importPage', 'importPage', 'readFigures', 'readFigures'], faults: 0.1 },
    file: 'functions/store/kept-figures.ts',
    from: `ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
    ExpressionAttributeValues: { ':version': version },`,
    to: '',
  },
  {
    name: 'figures are stamped with a version that came after the count',
    theme: READING,
    file: 'functions/store/recounted-day.ts',
    from: 'stamp === head.stamp ? head.version : head.version - 1',
    to: "((await itemsIn(table, unknown(), prefixed(source.partitions.find((each) => each.figures === figures)!.rows, 'H#' + day)).next()).value ?? head).version",
  },
  {
    name: 'the workspace is taken from the body',
    file: 'functions/request/caller.ts',
    from: "const workspaceId = c.req.param('workspaceId') ?? ''",
    to: `const told = await c.req.json().catch(() => ({}))
  const workspaceId = told.workspaceId ?? c.req.param('workspaceId') ?? ''`,
  },
  {
    name: 'a ticket does not fix the day',
    file: 'functions/survey/submitted-answer.ts',
    from: 'const { day, id, version } = checked.ticket',
    to: 'const { id, version } = checked.ticket\n  const day = backend.now().toISOString().slice(0, 10)',
  },
  {
    name: 'a conflict is taken for success',
    seed: 84,
    file: 'functions/store/table.ts',
    from: "if (!reasons.some(({ Code = '' }) => PASSING.has(Code)) || attempt === TRIES) throw error",
    to: 'if (attempt < TRIES) return undefined',
  },
  {
    name: 'a long day is counted by its first page',
    seed: 84,
    theme: READING,
    file: 'functions/store/table.ts',
    from: 'start = page.LastEvaluatedKey\n  } while (start)',
    to: 'start = undefined\n  } while (start)',
  },
]
