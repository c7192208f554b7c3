import type { ComplaintState } from '../../complaint/complaint.ts'
import type { ComplaintEvent } from '../../complaint/complaint-event.ts'
import type { ComplaintAction } from '../../complaint/complaint-moves.ts'
import { fieldWord } from '../field-words.ts'
import { counted } from '../phrases.ts'
import { complaints } from './complaints.ts'

/** What the API answers to a request that it refuses. */
export const requestErrors = {
  errors: {
    textTooLong: (d: { text: string; most: number }) =>
      `"${d.text}…" has more characters than a cell takes (${d.most}). Shorten it. Nothing was written.`,
    unauthorised: () => 'Sign in again: the request carried no valid token or key.',
    signInKeysAway: () => 'Sign-ins cannot be checked at the moment. Try again in a minute.',
    documentKeyOver: () =>
      'The key of this spreadsheet is not good any more. Open Extensions > Tiersheet > Workspace and sync, and renew it there.',
    documentKeyElsewhere: () =>
      'This key is of another spreadsheet. Open Extensions > Tiersheet > Workspace and sync here: a copy is given a key of its own.',
    documentKeyOfAudience: () =>
      'This key is of a spreadsheet that is linked to an audience. It is renewed by a new one-time code, entered there.',
    forbidden: () =>
      'You may not do this in this workspace. Ask one of its administrators; an invitation is accepted in Extensions > Tiersheet > Team.',
    notFound: () => 'There is nothing here. Check the address and the id.',
    operationReused: () => 'This Idempotency-Key was used before for another request. Use a new one.',
    stale: () => 'Somebody else changed this meanwhile. Load it again and repeat your change.',
    alreadyMember: (d: { email: string }) => `${d.email} belongs to this workspace already.`,
    invitationGone: () =>
      'This invitation is not open any more: it was answered, withdrawn or ran out. Ask for a new one.',
    lastAdmin: () => 'A workspace needs an administrator. Make somebody else one first.',
    teamFull: (d: { most: number }) =>
      `A workspace takes ${d.most} members and open invitations. Withdraw an invitation or remove a member first.`,
    bodyTooLarge: (d: { kilobytes: number }) =>
      `This is over ${d.kilobytes} KB. Shorten it, or send it in smaller parts.`,
    tooMuchText: (d: { kilobytes: number; most: number }) =>
      `All texts of this together would take ${d.kilobytes} KB, and only ${d.most} KB can be kept. Shorten some or leave some out.`,
    cursorUnknown: () =>
      'The list cannot go on from there: the place was altered or is one of another list. Load the list again from its start.',
    badJson: () => 'The body of the request is not JSON. Send JSON.',
    bodyType: (d: { types: string }) => `Send the request as ${d.types}: its Content-Type says something else.`,
    bodyCharset: () => 'The body of the request is not plain UTF-8. Send it in UTF-8 and not compressed.',
    bodyTooDeep: (d: { most: number }) =>
      `The body holds more than ${d.most} objects and lists within each other. Send it less deep.`,
    fieldTwice: (d: { field: string }) => `"${d.field}" stands there twice. Send it once.`,
    missingOperationId: () =>
      'A write needs an Idempotency-Key header of 1 to 128 letters, digits, dots, colons, dashes or underscores. Add one.',
    fieldMissing: (d: { field: string }) => `"${d.field}" is missing. Add it.`,
    fieldUnknown: (d: { field: string }) => `"${d.field}" is not known here. Leave it out.`,
    fieldRange: (d: { field: string; bound: 'least' | 'most'; limit: string; counted?: 'characters' | 'entries' }) =>
      `"${d.field}" must ${d.counted ? 'hold' : 'be'} at ${d.bound} ${d.limit}${d.counted ? ` ${d.counted}` : ''}.`,
    fieldChoice: (d: { field: string; choices: string }) => `"${d.field}" must be one of ${d.choices}.`,
    fieldFormat: (d: { field: string; expected: string }) => `"${d.field}" must be ${fieldWord('en', d.expected)}.`,
    complaintMove: (d: { action: ComplaintAction; state: ComplaintState; allowed: ComplaintAction[] }): string =>
      `"${complaints.complaintForm.actions[d.action]}" is not possible while it is "${complaints.complaintForm.states[d.state]}". Possible now: ${d.allowed.map((action) => complaints.complaintForm.actions[action]).join(', ')}.`,
    complaintField: (d: { action: ComplaintAction; field: string }): string =>
      `"${d.field}" does not go with "${complaints.complaintForm.actions[d.action]}". Leave it out.`,
    complaintBackwards: (d: { earlier: string; later: string }) =>
      `"${d.later}" is before "${d.earlier}". Correct one of the dates.`,
    complaintOpenEnded: (d: { state: ComplaintState; field: string }): string =>
      `It is "${complaints.complaintForm.states[d.state]}", but "${d.field}" is there. Correct one of them.`,
    complaintRatedOpen: () =>
      '"satisfaction" is there, but it is not resolved yet. Leave it out, or correct the state.',
    complaintAhead: (d: { receivedAt: string }) =>
      `It cannot have been received in the future (${d.receivedAt}). Correct the time.`,
    complaintStale: (d: { number: string; by: string; version: number; changes: ComplaintEvent[] }) =>
      `${d.by} changed ${d.number} meanwhile (it is at version ${d.version} now). See what changed, then repeat your step.`,
    unknownCustomer: (d: { customerId: string }) =>
      `Customer ${d.customerId} is not in the workspace. Sync the customers first, or correct the id.`,
    complaintSpan: (d: { from: string; to: string }) =>
      `The period ends (${d.to}) before it begins (${d.from}). Swap the days.`,
    complaintSpanLong: (d: { from: string; to: string }) =>
      `From ${d.from} to ${d.to} is over 4,000 rows. Ask for longer periods, or say from and to.`,
    valueWithoutCut: (d: { value: string }) =>
      `"${d.value}" is a value of what? Say what to break down by, or leave it out.`,
    complaintNeeds: (d: { missing: readonly ('rootCause' | 'correctiveAction')[] }): string =>
      `Before it is resolved, fill in: ${d.missing.map((need) => complaints.complaintForm[need]).join(', ')}.`,
    complaintRight: (d: { action: ComplaintAction; holder: 'editor' | 'handler' | 'admin' }): string =>
      `"${complaints.complaintForm.actions[d.action]}" is for ${complaints.complaintForm.holders[d.holder]}. Ask them to do it.`,
    compensationLimit: (d: { limit: number }) =>
      `Only an admin may give a customer more than ${d.limit} at once. Give less, or ask an admin.`,
    policyLevels: () => 'Each level of escalation must come later than the one before. Correct the minutes.',
    deskNames: (d: { name: string }) => `Two people are called "${d.name}". Give each a name of their own.`,
    deskUnknown: (d: { name: string }) => `"${d.name}" is nobody of the desk. Add the person, or take the name out.`,
    policyStale: (d: { by: string }) =>
      `${d.by || 'Somebody'} has changed the settings meanwhile. Load them again; what you typed stays in view until then.`,
    policyLastRule: () => 'The last rule must hold for every complaint. Add one without kind, tier and severity.',
    notOneOf: (d: { field: string; given: string; options: readonly string[] }) =>
      `"${d.given}" is not a known ${d.field}. Use one of ${d.options.join(', ')}.`,
    calendarZone: (d: { timeZone: string }) => `"${d.timeZone}" is no time zone. Use a name such as Asia/Shanghai.`,
    calendarDay: (d: { day: string }) => `"${d.day}" is no date. Write it like 2026-10-01.`,
    calendarHours: (d: { times: string }) =>
      `The working hours ${d.times} are not in order. Write times like 09:00, each stretch after the one before.`,
    hoursText: (d: { text: string }) => `"${d.text}" is not how hours are written. Write 09:00-12:00, 13:00-18:00.`,
    hoursOverMidnight: (d: { from: string; to: string }) =>
      `${d.from}-${d.to} runs over midnight. Write ${d.from}-24:00 on this day and 00:00-${d.to} on the next.`,
    daysLine: (d: { line: number; text: string }) =>
      `Line ${d.line}, "${d.text}", does not begin with a day. Begin it like 2026-10-01, or 2026-10-01 to 2026-10-07.`,
    daysMany: (d: { line: number; most: number }) =>
      `Line ${d.line} spans more than ${d.most} days. Correct the year, or make two lines of it.`,
    calendarClosed: () => 'The week has less than an hour of work. Give at least one day working hours.',
    surveyUnknown: (d: { survey: string }) => `There is no survey "${d.survey}". Check its title.`,
    surveyAmbiguous: (d: { survey: string }) => `Several surveys are called "${d.survey}". Use the survey's id.`,
    questionBlank: (d: { place: number }) => `Question ${d.place} has no wording. Write what is to be asked.`,
    optionBlank: (d: { place: number; option: number }) =>
      `Option ${d.option} of question ${d.place} is blank. Fill it in, or remove it.`,
    surveyTitleBlank: () => 'The survey has no title. Give it one; whoever answers sees it.',
    answerKeptAlready: () =>
      'This answer had arrived before and is kept as it was then. Begin a new one; what is kept can be corrected among the answers.',
    optionsMissing: (d: { place: number }) => `Question ${d.place} has no options to choose from. Add at least two.`,
    optionsForbidden: (d: { place: number }) => `Question ${d.place} is not a choice. Leave its options out.`,
    pointsForbidden: (d: { place: number }) =>
      `Question ${d.place} is not about satisfaction. Leave its number of points out.`,
    showIfUnfit: (d: { place: number }) =>
      `Question ${d.place} depends on an answer that nobody before it can give. Choose an earlier question and its answers.`,
    questionKindChanged: (d: { place: number }) =>
      `Question ${d.place} had another type or scale before. Leave its id out, so that it is asked as a new question.`,
    questionUnknown: (d: { question: string }) =>
      `The survey has no question "${d.question}". Check its number or title.`,
    questionUnfit: (d: { metric: string }) =>
      `${d.metric} cannot be counted from this question or survey. Choose another question or metric.`,
    answerRequired: (d: { place: number }) => `Question ${d.place} needs an answer. Please answer it.`,
    answerScale: (d: { place: number; low: number; high: number }) =>
      `Question ${d.place} takes a whole number from ${d.low} to ${d.high}. Correct the answer.`,
    answerLength: (d: { place: number; length: number }) =>
      `The answer to question ${d.place} is not a text of at most ${d.length} characters. Shorten it.`,
    answerOption: (d: { place: number }) => `The answer to question ${d.place} is not one of its options. Choose one.`,
    nothingAnswered: () => 'Nothing is answered yet. Answer at least one question.',
    answeredOtherwise: () => 'You have already answered, in other words. Your first answer is kept.',
    rowConflict: () => 'Another answer is already kept under this id and date. Give the row an id of its own.',
    dateUnreadable: (d: { date: string }) => `"${d.date}" is not a date such as 2026-03-31. Correct it.`,
    dateAhead: (d: { date: string }) => `${d.date} lies in the future. Correct the date.`,
    dateLongAgo: (d: { date: string }) => `${d.date} lies before the year 2000. Correct the date.`,
    ticketOld: () => 'This page was open for too long. Look over your answers and send them again.',
    formName: () => 'Tell us your name.',
    formContact: () => 'Give a telephone number or an e-mail address, so that we can answer you.',
    formEmail: () => 'The e-mail address must look like mei@example.com. Correct it.',
    formPhone: () => 'The telephone number must have at least 5 digits. Correct it.',
    formDescription: () => 'Tell us what happened.',
    formTooLong: (d: { most: number }) => `This takes ${d.most} characters at the most. Shorten it.`,
    formLinks: (d: { most: number }) =>
      `Give ${d.most} addresses at the most, one on each line, that begin with https://. Correct or remove the others.`,
    formTrap: () => 'The last field is there to keep machines away. Leave it blank and send again.',
    factsNotGranted: () =>
      'This spreadsheet may not read facts about single customers. An admin connects it anew under Extensions > Tiersheet > Workspace and sync.',
    figuresNotGranted: () =>
      'This spreadsheet reads published KPIs alone. Use TS_KPI here, or TS_SURVEY and TS_COMPLAINTS in the spreadsheet of the team.',
    kpisNotGranted: () =>
      'This spreadsheet may not read published KPIs. An admin connects it anew under Extensions > Tiersheet > Workspace and sync.',
    kpiUnknown: (d: { name: string }) =>
      `No KPI "${d.name}" is shared with this spreadsheet. Check its name, or ask who shares its KPIs.`,
    kpiGroupUnknown: (d: { kpi: string; group: string }) =>
      `"${d.kpi}" has no "${d.group}" here. Give a tier, an owner or another group as it is written, or leave it blank.`,
    kpiWholeUnknown: (d: { kpi: string; cuts: readonly string[] }) =>
      `Only parts of "${d.kpi}" are shared here. Name a group, or give ${d.cuts.map((cut) => `"${cut}"`).join(' or ')} for a table.`,
    kpiPeriod: (d: { period: string }) =>
      `"${d.period}" is no period. Give a day, a month such as "2026-03", or "ALL"; blank is the latest.`,
    kpiNameTwice: (d: { name: string; kpis: readonly string[] }) =>
      `Several KPIs are called "${d.name}". Give an id instead: ${d.kpis.map((kpi) => `"${kpi}"`).join(' or ')}.`,
    kpiGroupTwice: (d: { kpi: string; group: string; names: readonly string[] }) =>
      `Several groups of "${d.kpi}" are called "${d.group}". Write ${d.names.map((name) => `"${name}"`).join(' or ')}.`,
    kpiTwice: (d: { kpi: string }) => `A figure of "${d.kpi}" comes twice. Send each once.`,
    tooManyKpis: (d: { most: number }) =>
      `An audience takes ${d.most} KPIs and breakdowns at the most. Leave some out.`,
    tooMuchShared: (d: { kilobytes: number; most: number }) =>
      `The lists of what these audiences are shown would take ${d.kilobytes} KB, and ${d.most} KB can be changed at once. Share fewer KPIs and breakdowns or share with fewer audiences, or give shorter names.`,
    hasWorkspace: (d: { name: string }) =>
      `This spreadsheet belongs to the workspace "${d.name}" already. Link another spreadsheet, such as a new one.`,
    audienceUnknown: () => 'One of the audiences is no longer there. Load them again.',
    audienceExists: () => 'There is this audience already. Use it, or give another name.',
    audienceNameless: () => 'The audience has no name. Give the position that it is for.',
    audienceEmail: () => 'Give the e-mail address of the account, such as mei@example.com.',
    tooManyAudiences: (d: { most: number }) => `There can be ${d.most} audiences. Remove one that nobody uses.`,
    audienceCodeUnknown: () =>
      'This code is not good: it may be mistyped, used, over 7 days old, or meant for another account. Check it, or ask for a new one.',
    factUnknown: (d: { fact: string; facts: readonly string[] }) =>
      `"${d.fact}" is no fact about customers. Use ${d.facts.join(', ')}.`,
    tooManyCustomers: (d: { most: number }) =>
      `More than ${d.most} customers are too many for a formula. Use "Update customer facts" in the customer form, or fewer rows.`,
    staffAnonymous: () =>
      'This survey of staff is anonymous: no single answer is shown, changed or imported. Ask for its figures once it is closed.',
    staffReopened: () =>
      'A survey of staff stays closed: more answers after its figures were seen would tell who gave them. Make a new survey.',
    staffGroupFixed: () =>
      'The groups of a survey of staff cannot change once it was opened. Make a new survey instead.',
    staffOpen: () => 'Figures of a survey of staff are shown once it is closed. Close it first.',
    staffCut: () =>
      'Figures of a survey of staff are shown as a whole, by question or by segment, over all days. Leave the rest out.',
    groupTooSmall: (d: { least: number }) =>
      `Fewer than ${d.least} people answered here, so that nothing is shown. Ask for the whole instead.`,
    spanEmpty: () => 'The last day is before the first. Swap them.',
    valueWithoutBy: () => 'A value is given, but not of what. Give "by" as well.',
    periodUnknown: (d: { text: string; unit: 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' }) =>
      `"${d.text}" is no ${d.unit.toLowerCase()}. Write ${{ DAY: '2026-03-31', WEEK: 'any of its days, such as 2026-03-31', MONTH: '2026-03', QUARTER: '2026-Q1' }[d.unit]}.`,
    shareBy: () => 'SHARE is a table already. Give a value to break it down by, or leave "by" out.',
    figuresCounting: (d: { days: number }) =>
      `Very many answers have to be counted first: ${d.days === 1 ? 'one day is' : `${d.days} days are`} left. Ask again in a minute. A day of more than 150,000 answers is counted by night.`,
    customersFollowing: () =>
      'Many customers changed, and their answers are still being brought up to date. Ask again in a minute.',
    responseRateCut: () =>
      'A response rate is of whole answers, told by when and to whom links were given. Leave the question out, and break it down by tier, owner, segment, day, week, month or quarter.',
    surveyNotOpen: () =>
      'The survey is not open, and takes no answers now. Open it first, or import the answer from a tab.',
    surveyTakesNoLinks: () =>
      'Links of their own are for customers, in a survey that is not closed. Open it again, or use the open link.',
    tooManyRequests: (d: { seconds: number }) =>
      `Too many requests came in a short time. Wait ${counted(d.seconds, 'second')} and try again.`,
    sameIdTwice: (d: { id: string }) => `The id ${d.id} comes twice. Send each once.`,
  },
  api: {
    internal: (requestId: string) => `Something went wrong on our side. Try again; if it stays, report ${requestId}.`,
  },
}
