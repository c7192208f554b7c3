import type { Plant } from './program.ts'

/** Bugs in what surveys have beside answers and figures: links of customers' own, quotas, last days, versions and more. */
export const surveyPlants: Plant[] = [
  {
    name: 'a correction overwrites one that its page did not know',
    theme: { does: ['answerOwn'] },
    file: 'functions/survey/submitted-answer.ts',
    from: 'if (ticket.revision !== given.revision) {',
    to: 'if (ticket.revision > given.revision) {',
  },
  {
    name: 'a row that meets another transaction while its neighbour is there is told to be there too',
    theme: { does: ['importPage'], faults: 0.15 },
    file: 'functions/store/answer-import.ts',
    from: 'if (!reason?.Item) return undefined',
    to: "if (!reason?.Item) return reason?.Code === 'None' ? undefined : 'duplicate'",
  },
  {
    name: 'who is invited again after they were erased is not counted again',
    theme: { does: ['erase'] },
    file: 'functions/store/invitation.ts',
    from: 'digestOf([hash, createdAt])',
    to: 'hash',
  },
  {
    name: 'answers to links are counted by what their customers were when they answered',
    theme: { does: ['syncCustomers', 'answerOwn', 'readRate'] },
    file: 'functions/store/answer-days.ts',
    from: "answer.invited[field] ?? ''",
    to: "answer[field] ?? ''",
  },
  {
    name: 'more places are taken than a quota has',
    theme: { does: ['submit'], places: ['Q1'] },
    file: 'functions/store/survey.ts',
    from: "ConditionExpression: 'taken < :quota'",
    to: "ConditionExpression: 'attribute_exists(taken)'",
  },
  {
    name: 'a place of a quota is taken without an answer',
    theme: { does: ['submit'], places: ['Q1'] },
    file: 'functions/survey/submitted-answer.ts',
    from: `const outcome = await saveNewAnswer(backend, workspace, survey, answer, [
      ...quotaWrites(workspace, survey),
      ...used,
    ])`,
    to: `if (survey.quota) await transact(backend, quotaWrites(workspace, survey))
    const outcome = await saveNewAnswer(backend, workspace, survey, answer, used)`,
  },
  {
    name: 'a survey can be answered after its last day',
    theme: { does: ['submit', 'answerOwn'], places: ['K1'] },
    file: 'functions/store/survey.ts',
    from: "status === 'open' && (!closesOn || day <= closesOn)",
    to: "status === 'open'",
  },
  {
    name: 'what somebody wrote stays where they were erased',
    theme: { does: ['record', 'erase'], places: ['F1'] },
    file: 'functions/store/answer.ts',
    from: 'SET answers = :none, answeredAt',
    to: 'SET answeredAt',
  },
  {
    name: 'what an index does not show yet is never erased',
    theme: { does: ['record', 'erase'], places: ['F1'] },
    file: 'functions/store/following.ts',
    from: 'if (isSettled(entry, now)) await transact',
    to: 'if (now) await transact',
  },
  {
    name: 'the questions of earlier versions are lost',
    theme: { does: ['changeQuestions', 'answerOwn'] },
    file: 'functions/store/survey.ts',
    from: 'if (after.version !== before.version) {',
    to: 'if (after.version < before.version) {',
  },
  {
    name: 'a complaint is opened at every try',
    theme: { does: ['syncCustomers', 'record', 'listFollowUps'], places: ['F1'] },
    file: 'functions/survey/open-wanted.ts',
    from: 'const id = `follow-up-${',
    to: 'const id = `follow-up-${backend.now().getTime()}-${',
  },
  {
    name: 'a low answer is forgotten by a crash',
    theme: { does: ['record'], places: ['F1'] },
    file: 'functions/store/answer.ts',
    from: '...followUpWrites(workspace, survey, kept),',
    to: '',
  },
  {
    name: 'figures of staff are shown while answers may be on their way',
    theme: { does: ['answerAsStaff', 'answerAsStaff', 'readStaff'], places: ['S1'], faults: 0.2 },
    file: 'functions/survey/staff-survey.ts',
    from: 'backend.now().getTime() - REQUEST_LIVES_MS',
    to: 'backend.now().getTime()',
  },
  {
    name: 'figures of staff are shown before the survey is closed',
    theme: { does: ['readStaff'], places: ['S1'] },
    file: 'functions/survey/staff-survey.ts',
    from: "throw new InputError('staffOpen', undefined)",
    to: 'return',
  },
]
