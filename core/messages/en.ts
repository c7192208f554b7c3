import type { ComplaintState } from '../complaint/complaint.ts'
import type { ComplaintEvent } from '../complaint/complaint-event.ts'
import type { ComplaintAction } from '../complaint/complaint-moves.ts'

import { fieldWord } from './field-words.ts'
import { asked, type CellPlace, type CellText, counted, type EntryHelp, listed, place } from './phrases.ts'

export const en = {
  errors: {
    cellTaken: (d: { cell: string }) =>
      `The table needs 8 rows and 5 columns of empty cells from ${d.cell} on. Select another cell.`,
    noRoom: (d: { cell: string; rows: number; columns: number }) =>
      `The result needs ${counted(d.rows, 'row')} and ${counted(d.columns, 'column')} of empty cells from ${d.cell} on, outside of what it reads. Select another cell, or choose a new tab.`,
    lookupAlike: (d: { id: string; other: string }) =>
      `A lookup cannot tell customer "${d.id}" from "${d.other}". Write one of them as the other if they are the same, or rename one.`,
    noKpiSheet: () => 'There is no KPI sheet yet. Build it first.',
    argumentMissing: (d: { argument: string }) => `${d.argument} is missing. Give a range or a value.`,
    argumentBlank: (d: { argument: string }) => `${d.argument} has nothing in it. Fill it in, or choose another range.`,
    notOneColumn: (d: { argument: string; columns: number }) =>
      `${d.argument} has ${counted(d.columns, 'column')}. Give one column.`,
    notOneValue: (d: { argument: string }) => `${d.argument} is a range. Give one value.`,
    sizesDiffer: (d: { argument: string; rows: number; other: string; otherRows: number }) =>
      `${d.argument} has ${counted(d.rows, 'row')}, ${d.other} has ${d.otherRows}. Give ranges of the same size.`,
    cellBlank: (d: CellPlace) => `${d.argument} has nothing in row ${d.row}. Fill it in, or clear the whole row.`,
    notNumber: (d: CellText) => `"${d.text}" ${place(d)} is not a number. Enter it as a number.`,
    ambiguousNumber: (d: CellText) =>
      `"${d.text}" ${place(d)} is text, and its comma or dot could mark thousands or decimals. Enter it as a number.`,
    notId: (d: CellText) => `"${d.text}" ${place(d)} is not a name. Use text or a number.`,
    notDate: (d: CellText) => `"${d.text}" ${place(d)} is not a date. Use dates or 2024-12-31.`,
    ambiguousDate: (d: CellText) =>
      `"${d.text}" ${place(d)} could be day-first or month-first. Use dates or 2024-12-31.`,
    notChoice: (d: { argument: string; text: string; choices: readonly string[] }) =>
      `"${d.text}" is no ${d.argument}. Use ${listed(d.choices, 'or')}.`,
    notWithin: (d: CellText & { low: number; high: number }) =>
      `${d.text} ${place(d)} is not between ${d.low} and ${d.high}. Correct it.`,
    notAtLeast: (d: CellText & { least: number }) => `${d.text} ${place(d)} is less than ${d.least}. Correct it.`,
    notAbove: (d: CellText & { limit: number }) => `${d.text} ${place(d)} is not above ${d.limit}. Correct it.`,
    notWhole: (d: CellText) => `${d.text} ${place(d)} is not a whole number. Correct it.`,
    notConfidence: (d: { text: string }) => `confidence ${d.text} is not between 0 and 1. Use 0.95 for 95 %.`,
    notOneOrThree: (d: { argument: string; count: number }) =>
      `${d.argument} has ${counted(d.count, 'value')}. Give one, or three for R, F and M.`,
    countDiffers: (d: { argument: string; count: number; columns: number }) =>
      `${d.argument} has ${counted(d.count, 'value')} for ${counted(d.columns, 'column')} of data. Give one for each.`,
    notAscending: (d: { argument: string; before: number; value: number }) =>
      `${d.argument} has ${d.value} after ${d.before}. Order them from lowest to highest, each once.`,
    labelCount: (d: { labels: number; needed: number }) =>
      `${counted(d.labels, 'label')} for ${counted(d.needed, 'tier')}. Give ${counted(d.needed, 'label')}, lowest tier first.`,
    noSpread: () => 'a column has equal quartiles but not equal values, so ROBUST cannot scale it. Use PERCENTRANK.',
    weightNegative: (d: { weight: number }) =>
      `weight ${d.weight} is negative. Use 0 or more, and direction -1 where lower is better.`,
    weightsAllZero: () => 'all weights are 0. Give at least one indicator a weight above 0.',
    notDirection: (d: CellText) =>
      `direction ${d.text} is not known. Use 1 (higher is better) or -1 (lower is better).`,
    entropyNegative: (d: { text: string; row: number }) =>
      `${d.text} in row ${d.row} of data is less than 0, and ENTROPY takes shares. Use CRITIC, or TS_NORMALIZE the data first.`,
    noVariation: () => 'every column of data is the same in all rows, so none tells more. Use EQUAL, or add rows.',
    comparisonsNotSquare: (d: { rows: number; columns: number }) =>
      `matrix has ${counted(d.rows, 'row')} and ${counted(d.columns, 'column')}. Give one row and one column for each indicator.`,
    comparisonsTooMany: (d: { count: number; most: number }) =>
      `matrix compares ${d.count} indicators, and the consistency ratio is known up to ${d.most}. Compare them in groups.`,
    comparisonNotPositive: (d: { text: string; row: number; column: number }) =>
      `${d.text} in row ${d.row}, column ${d.column} of matrix is not above 0. Enter how many times more the row matters.`,
    comparisonWithItself: (d: { text: string; row: number; column: number }) =>
      `${d.text} in row ${d.row}, column ${d.column} of matrix compares an indicator with itself. Enter 1, or clear it.`,
    comparisonMissing: (d: { row: number; column: number }) =>
      `matrix has nothing in row ${d.row}, column ${d.column}, nor in the cell opposite. Fill in one of them.`,
    comparisonsNotReciprocal: (d: { value: number; opposite: number; row: number; column: number }) =>
      `matrix has ${d.value} in row ${d.row}, column ${d.column} but ${d.opposite} opposite, which should be 1 divided by it. Correct one, or clear it.`,
    comparisonFraction: (d: { text: string; row: number }) =>
      `"${d.text}" in row ${d.row} of matrix is not a number. Enter a fraction as =1/3, or clear the cell.`,
    rulesColumns: (d: { columns: number }) =>
      `rules has ${counted(d.columns, 'column')}. Give name, R low, R high, F low, F high, and if wanted M low, M high.`,
    rulesNeedMonetary: () => 'these rules look at M too. Give the M scores, or use rules "GRID".',
    rulesNeedValues: () => 'rules "RFM8" compares raw values with their means. Use TS_RFM, which has them.',
    noAnswers: (d: { argument: string; low: number; high: number }) =>
      `${d.argument} has no answer from ${d.low} to ${d.high}. Choose the range with the answers.`,
    pairedNeedsMean: () => 'paired compares means, row by row. Use metric "MEAN", or leave paired out.',
    noPairs: () => 'no row has both before and after. Choose ranges whose rows belong together.',
    tooFewValues: (d: { argument: string; count: number; least: number }) =>
      `${d.argument} has ${counted(d.count, 'number')}, and ${d.least} are needed at least. Choose a longer range.`,
    datesEqual: () => 'all dates are the same day. Give values of two days at least.',
    holtGap: (d: { row: number }) =>
      `values has nothing in row ${d.row}, and HOLT needs every period. Fill it in, or use method "LINEAR".`,
    theilSenSize: (d: { count: number; most: number }) =>
      `values has ${d.count} numbers, and THEILSEN takes at most ${d.most}. Choose a shorter range, or use method "LINEAR".`,
    noThreshold: (d: { max: number }) => `a scale of ${d.max} has no usual threshold. Give threshold.`,
    amountsNeeded: () => 'output VALUE adds up amounts. Give the range of amounts.',
    moreNewThanEnd: (d: { row: number }) =>
      `new_customers is more than customers_at_end in row ${d.row}. Correct one of them.`,
    notFlag: (d: CellText) => `"${d.text}" ${place(d)} is neither 1 nor 0. Use 1 or TRUE for yes, 0 or FALSE for no.`,
    survivorsRise: (d: { row: number; before: number; count: number }) =>
      `survivors rises from ${d.before} to ${d.count} in row ${d.row}. Count only customers of the start who are still there.`,
    survivorsGone: (d: { row: number }) =>
      `nobody is left in row ${d.row} of survivors, so nothing can be forecast. Leave out periods that are not over yet.`,
    featuresDiffer: (d: { columns: number; newColumns: number }) =>
      `new_features has ${counted(d.newColumns, 'column')}, features has ${d.columns}. Give the same columns in the same order.`,
    oneClass: (d: { label: number }) =>
      `labels is ${d.label} in every row, so there is nothing to tell apart. Give rows with 1 and rows with 0.`,
    separable: () =>
      'some mix of the features separates 1 from 0 in labels, so plain maximum likelihood (lambda 0) has no answer. Use lambda 1.',
    goalNeedsAsOf: () => 'start and due need as_of, the day to judge by. Point it at a cell with a date.',
    goalDatesApart: (d: { row: number }) => `row ${d.row} has only one of start and due. Give both or neither.`,
    goalDueBeforeStart: (d: { row: number }) => `due is not after start in row ${d.row}. Correct one of them.`,
    goalWithoutWay: (d: { row: number }) =>
      `target equals baseline in row ${d.row}, so there is no way to go. Correct one of them.`,
    nameTwice: (d: CellText & { first: number }) =>
      `"${d.text}" ${place(d)} is already in row ${d.first}. Keep one of them.`,
    notInList: (d: CellText & { list: string }) =>
      `"${d.text}" ${place(d)} is not in ${d.list}. Add it there, or correct it.`,
    goalCircle: (d: { row: number }) =>
      `the goal in row ${d.row} is, through its parents, a part of itself. Give it another parent, or none.`,
    goalWeightMissing: (d: CellPlace) =>
      `${d.argument} has nothing in row ${d.row}, but other parts of the same goal have a weight. Fill it in, or clear theirs.`,
    goalWeightsAllZero: (d: { row: number }) =>
      `all parts of the goal in row ${d.row} have weight 0. Give at least one of them a weight above 0.`,
    kpiNeedsBaseline: (d: CellText) =>
      `${d.text} ${place(d)} says nothing as a ratio of actual and target. Give baselines, the figures that count as 0 %.`,
    unknownSalesInput: (d: {
      text: string
      column: number
      known: Record<string, readonly [string, string, ...string[]]>
    }) =>
      `"${d.text}" in row 1, column ${d.column} of inputs is not a known heading. Use ${listed(
        Object.values(d.known).map(([name]) => name),
        'or',
      )}.`,
    salesInputTwice: (d: { text: string; first: number; column: number }) =>
      `inputs has "${d.text}" in columns ${d.first} and ${d.column}. Keep one of them.`,
    tierRankUnknown: (d: CellText) =>
      `how high "${d.text}" ${place(d)} stands is not known. Give tier_order, the tiers from lowest to highest.`,
    cadenceColumns: (d: { columns: number }) =>
      `cadence has ${counted(d.columns, 'column')}. Give two: tier, and days from one contact to the next.`,
    fewRepeats: (d: { customers: number; least: number }) =>
      `only ${counted(d.customers, 'customer')} ordered on two days or more, and the model needs ${d.least}. Give orders of a longer time, or of more customers.`,
    fewSpends: (d: { customers: number; least: number }) =>
      `only ${counted(d.customers, 'customer')} ordered on two days or more for amounts above 0, and the spend model needs ${d.least}. Give orders of a longer time, or of more customers.`,
    spendNoMean: (d: { q: string }) =>
      `the amounts differ so much that they have no mean (q is ${d.q}, not above 1). Leave out the few very large orders, or value those customers by hand.`,
    endlessValue: (d: { row: number }) =>
      `retention 1 and discount 0 in row ${d.row} give a value without end. Give periods, or correct one of them.`,
    bandsNotTwo: (d: { count: number }) =>
      `bands has ${counted(d.count, 'value')}. Give two: where Medium and where High begin, such as {0.3,0.7}.`,
    tooManyCells: (d: { cells: number; most: number }) =>
      `the result has ${d.cells} cells, and a sheet takes ${d.most} from one formula. Use a shorter range, or Tiersheet in the sidebar.`,
    entryFieldUnknown: (d: { field: string }) => `The entry standard knows no "${d.field}". Load the form again.`,
    entryListBlank: (d: { column: string }) =>
      `"${d.column}" takes listed values only, and its list is empty. Add values, or choose another format.`,
    entryListLong: (d: { column: string; most: number }) =>
      `The list of "${d.column}" has more than ${d.most} values. Shorten it.`,
    entryValueLong: (d: { column: string; text: string; most: number }) =>
      `"${d.text}…" in the list of "${d.column}" has more than ${d.most} characters. Shorten it.`,
    entryValueFormula: (d: { column: string; text: string }) =>
      `"${d.text}" in the list of "${d.column}" would be entered as a formula. Begin it with a letter or digit.`,
    textTooLong: (d: { text: string; most: number }) =>
      `"${d.text}…" has more characters than a cell takes (${d.most}). Shorten it. Nothing was written.`,
    unauthorised: () => 'Sign in again: the request carried no valid token or key.',
    forbidden: () => 'You may not do this in this workspace. Ask one of its administrators.',
    notFound: () => 'There is nothing here. Check the address and the id.',
    operationReused: () => 'This Idempotency-Key was used before for another request. Use a new one.',
    stale: () => 'Somebody else changed this meanwhile. Load it again and repeat your change.',
    bodyTooLarge: (d: { kilobytes: number }) =>
      `This is over ${d.kilobytes} KB. Shorten it, or send it in smaller parts.`,
    badJson: () => 'The body of the request is not JSON. Send JSON.',
    missingOperationId: () =>
      'A write needs an Idempotency-Key header of 1 to 128 letters, digits, dots, colons, dashes or underscores. Add one.',
    fieldMissing: (d: { field: string }) => `"${d.field}" is missing. Add it.`,
    fieldUnknown: (d: { field: string }) => `"${d.field}" is not known here. Leave it out.`,
    fieldRange: (d: { field: string; bound: 'least' | 'most'; limit: string; counted: boolean }) =>
      `"${d.field}" must ${d.counted ? 'hold' : 'be'} at ${d.bound} ${d.limit}${d.counted ? ' characters or entries' : ''}.`,
    fieldChoice: (d: { field: string; choices: string }) => `"${d.field}" must be one of ${d.choices}.`,
    fieldFormat: (d: { field: string; expected: string }) => `"${d.field}" must be ${fieldWord('en', d.expected)}.`,
    complaintMove: (d: { action: ComplaintAction; state: ComplaintState; allowed: ComplaintAction[] }): string =>
      `"${en.complaintForm.actions[d.action]}" is not possible while it is "${en.complaintForm.states[d.state]}". Possible now: ${d.allowed.map((action) => en.complaintForm.actions[action]).join(', ')}.`,
    complaintField: (d: { action: ComplaintAction; field: string }): string =>
      `"${d.field}" does not go with "${en.complaintForm.actions[d.action]}". Leave it out.`,
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
    policyLastRule: () => 'The last rule must hold for every complaint. Add one without kind, tier and severity.',
    notOneOf: (d: { field: string; given: string; options: readonly string[] }) =>
      `"${d.given}" is not a known ${d.field}. Use one of ${d.options.join(', ')}.`,
    calendarZone: (d: { timeZone: string }) => `"${d.timeZone}" is no time zone. Use a name such as Asia/Shanghai.`,
    calendarDay: (d: { day: string }) => `"${d.day}" is no date. Write it like 2026-10-01.`,
    calendarHours: (d: { times: string }) =>
      `The working hours ${d.times} are not in order. Write times like 09:00, each stretch after the one before.`,
    calendarClosed: () => 'No weekday has working hours. Give at least one day some.',
    surveyUnknown: (d: { survey: string }) => `There is no survey "${d.survey}". Check its title.`,
    surveyAmbiguous: (d: { survey: string }) => `Several surveys are called "${d.survey}". Use the survey's id.`,
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
    ticketOld: () => 'This page was open for too long. Look over your answers and send them again.',
    staffAnonymous: () =>
      'This survey of staff is anonymous: no single answer is shown, changed or imported. Ask for its figures once it is closed.',
    staffReopened: () =>
      'A survey of staff stays closed: more answers after its figures were seen would tell who gave them. Make a new survey.',
    staffOpen: () => 'Figures of a survey of staff are shown once it is closed. Close it first.',
    staffCut: () =>
      'Figures of a survey of staff are shown as a whole, by question or by segment, over all days. Leave the rest out.',
    groupTooSmall: (d: { least: number }) =>
      `Fewer than ${d.least} people answered here, so that nothing is shown. Ask for the whole instead.`,
    spanEmpty: () => 'The last day is before the first. Swap them.',
    valueWithoutBy: () => 'A value is given, but not of what. Give "by" as well.',
    shareBy: () => 'SHARE is a table already. Give a value to break it down by, or leave "by" out.',
    customersFollowing: () =>
      'Many customers changed, and their answers are still being brought up to date. Ask again in a minute.',
    responseRateCut: () =>
      'A response rate is of whole answers, told by when and to whom links were given. Leave the question out, and break it down by tier, owner, segment, day, week, month or quarter.',
    surveyTakesNoLinks: () =>
      'Links of their own are for customers, in a survey that is not closed. Open it again, or use the open link.',
    tooManyRequests: (d: { seconds: number }) =>
      `Too many requests came in a short time. Wait ${counted(d.seconds, 'second')} and try again; what you typed is still in the page before this one.`,
    sameIdTwice: (d: { id: string }) => `The id ${d.id} comes twice. Send each once.`,
    dataFolderInUse: (d: { dir: string }) =>
      `Another process is using the data in ${d.dir}. End it first, or choose another folder.`,
    notAPort: (d: { value: string }) => `--port takes a number from 0 to 65535, not "${d.value}".`,
    portInUse: (d: { port: number }) => `Port ${d.port} is taken. Choose another with --port, or 0 for any free one.`,
    unknownOption: (d: { option: string; options: string }) =>
      `"${d.option}" is not understood. The options are ${d.options}, each followed by a value.`,
    blankField: (d: { field: string }) => `${d.field} is blank. Fill it in.`,
    notConnected: () =>
      'This spreadsheet has no workspace yet. Open Extensions > Tiersheet > Workspace and sync, and create one.',
    backendAway: () => 'The Tiersheet service cannot be reached. Nothing was lost; try again in a minute.',
    noIndicator: () => 'No indicator is chosen. Tick at least one and give it a weight above 0.',
    tiersNotAscending: (d: { tier: string }) =>
      `The least score of tier ${d.tier} is not above that of the tier below it. Raise it.`,
    blankTier: () => 'A tier has no name. Name it or remove it.',
    sameTierTwice: (d: { tier: string }) => `Two tiers are called ${d.tier}. Rename or remove one of them.`,
    tierShareRange: (d: { tier: string }) =>
      `The share of tier ${d.tier} must be above 0 % and below 100 % of the customers. Correct it.`,
    standardNameTaken: (d: { name: string }) =>
      `"${d.name}" is or was the name of another standard. Choose another, so that nobody takes one's history for the other's.`,
    standardRenamed: (d: { name: string; now: string }) =>
      `The standard "${d.name}" is called "${d.now}" now. Open the form again, or choose another name.`,
    standardIsRunning: (d: { standard: string }) =>
      `Writing the tiers of "${d.standard}" was cut short. Write Score and Tier once more, then remove it.`,
    standardOnTimer: (d: { standard: string }) =>
      `"${d.standard}" is applied by itself. Choose "No, by hand only" under Apply by itself, remove it, then choose as before.`,
    standardUnnamed: () => 'The standard has no name. Name it.',
    standardUnknown: (d: { standard: string }) =>
      `There is no standard "${d.standard}". Choose one that is in the tab of standards.`,
    indicatorTwice: (d: { indicator: string }) =>
      `The indicator "${d.indicator}" is in the standard twice. Remove one.`,
    probabilityRange: () => 'The least purchase probability must be from 0 % to 100 %. Correct it.',
    collectDaysRange: () => 'The most days to collect must be 0 or more. Correct it.',
    standardPart: (d: { row: number; text: string }) =>
      `"${d.text}" in row ${d.row} of the tab of standards is no part of one. Write Indicator, Tier or Setting.`,
    standardSetting: (d: { row: number; text: string }) =>
      `"${d.text}" in row ${d.row} of the tab of standards is not known here. Correct it, or clear the row.`,
    standardNumber: (d: { row: number; text: string }) =>
      `"${d.text}" in row ${d.row} of the tab of standards is not a number. Enter a number.`,
    indicatorGone: (d: { indicator: string }) =>
      `The tabs hold nothing any more for the indicator "${d.indicator}". Take it out of the standard, or bring its column back.`,
    weightsNeedRows: () =>
      'Fewer than two customers have a value for every indicator, so there is nothing to weigh by. Leave out the indicator with most blanks.',
    entropyBelowZero: (d: { indicator: string }) =>
      `"${d.indicator}" has values below 0, and entropy takes shares. Use CRITIC, or leave that indicator out.`,
    customerUnknown: (d: { customer: string; sheet: string }) =>
      `Customer ${d.customer} is not in the tab "${d.sheet}". Select a row that has one.`,
    noCustomers: (d: { sheet: string }) => `The tab "${d.sheet}" has no customers. Add rows under its header.`,
    sameCustomerTwice: (d: { sheet: string; customer: string; rows: string }) =>
      `The tab "${d.sheet}" has customer ${d.customer} in rows ${d.rows}. Keep one of them.`,
    columnTaken: (d: { header: string; cells: number }) =>
      `The column "${d.header}" holds something else in ${counted(d.cells, 'cell')}. Agree to overwrite them, or choose no column for it in Set up.`,
    columnTwice: (d: { column: string; fields: readonly [string, string] }) =>
      `Column "${d.column}" is chosen for ${d.fields[0]} and for ${d.fields[1]}. Choose another for one of them.`,
    tabTwice: (d: { sheet: string }) => `Tab "${d.sheet}" is chosen twice. Choose another, or have one made.`,
    notApplied: (d: { standard: string }) =>
      `The standard "${d.standard}" was never applied. Write its scores and tiers, or publish a round of it, first.`,
    noSuchTier: (d: { tier: string; tiers: string }) => `"${d.tier}" is no tier of this standard. Choose ${d.tiers}.`,
    noSuchCustomer: (d: { customer: string }) => `No customer has the id "${d.customer}". Correct it.`,
    overrideEndsFirst: () => 'The override ends before it begins. Choose a later last day.',
    roundIsOpen: (d: { round: string }) =>
      `Round ${d.round} of this standard is not over yet. Publish or cancel it first.`,
    roundStep: (d: { round: string; status: string }) =>
      `Round ${d.round} is ${d.status}, so this step is not possible. Load the form again.`,
    noSuchRound: (d: { round: string }) => `There is no round "${d.round}". Load the form again.`,
    approverUnknown: () =>
      'Google does not say who you are, and a round is approved by a named person. Sign in to one account only, and allow Tiersheet to see your e-mail address.',
    exceptionReason: (d: { customer: string; tier: string }) =>
      `The exception for ${d.customer} (tier ${d.tier}) has no reason. Write one, or clear the exception.`,
    exceptionTier: (d: { customer: string; tier: string; tiers: string }) =>
      `"${d.tier}", the exception for ${d.customer}, is no tier of this standard. Choose ${d.tiers}.`,
    roundChanged: (d: { round: string }) =>
      `The exceptions of round ${d.round} were changed after the approval. Approve it again.`,
    roundWithoutParts: (d: { round: string }) =>
      `What round ${d.round} counted is no longer kept, so it cannot be published. Cancel it and start a new one.`,
    followUpPast: () => 'The follow-up lies in the past. Choose today or a later day.',
    nextRoundPast: () => 'The next round lies before this one. Choose a later day.',
    missingTab: (d: { tab: string }) =>
      `There is no tab "${d.tab}" yet. Open Extensions > Tiersheet > Set up, and make it or choose one of yours.`,
    customerGone: (d: { customer: string; sheet: string }) =>
      `Customer ${d.customer} is not in the tab "${d.sheet}". Look for them under Find, or add the row.`,
    nextBeforeContact: (d: { day: string; next: string }) =>
      `The next contact (${d.next}) must be after this one (${d.day}). Choose a later day.`,
    busyNow: () => 'Somebody else is writing in this spreadsheet just now. Try again in a minute.',
    sheetMoved: (d: { sheet: string }) =>
      `The columns or rows of "${d.sheet}" were moved while this was at work, so it stopped. Run it again.`,
    formulaInTheWay: (d: { column: string; row: number }) =>
      `Row ${d.row} of the column "${d.column}" holds a formula, which would be lost. Move the formula to another column, or replace it by its value.`,
    quoteOpen: (d: { line: number }) =>
      `A quotation mark opens in line ${d.line} and is never closed. Close it, or remove it.`,
    missingSheet: (d: { sheet: string }) => `There is no tab "${d.sheet}". Choose a tab that exists.`,
    missingColumn: (d: { table: string; column: string }) =>
      `${d.table} has no column "${d.column}". Rename a column to that, or choose another one.`,
    ordersColumn: (d: { field: 'customer' | 'date' | 'amount'; headings: string[] }) =>
      `No column holds the ${{ customer: 'customer', date: 'order date', amount: 'amount' }[d.field]} among ${d.headings.map((text) => `"${text}"`).join(', ')}. Rename that column to "${{ customer: 'Customer ID', date: 'Order date', amount: 'Amount' }[d.field]}".`,
    ordersColumnTwice: (d: { heading: string }) =>
      `Two columns are called "${d.heading}". Rename the one that is not to be read.`,
    ordersDayOrderOpen: (d: { line: number; text: string }) =>
      `"${d.text}" in line ${d.line} could be day-first or month-first, and no date in the column settles it. Write the dates as 2024-12-31.`,
    ordersDayOrderMixed: (d: { dayLine: number; dayText: string; monthLine: number; monthText: string }) =>
      `"${d.dayText}" in line ${d.dayLine} has the day first, "${d.monthText}" in line ${d.monthLine} the month. Write the dates as 2024-12-31.`,
    ordersCurrencies: (d: { currency: string; line: number; otherCurrency: string; otherLine: number }) =>
      `Line ${d.line} is in ${d.currency}, line ${d.otherLine} in ${d.otherCurrency}. Convert all amounts to one currency.`,
    orderBlank: (d: { heading: string }) => `"${d.heading}" is blank. Fill it in.`,
    orderDayOpen: (d: { text: string }) => `"${d.text}" could be day-first or month-first. Write it as 2024-12-31.`,
    orderDay: (d: { text: string }) => `"${d.text}" is not a date. Write it as 2024-12-31.`,
    orderDayShortYear: (d: { text: string }) => `"${d.text}" has a year of two digits. Write it as 2024-12-31.`,
    orderAmount: (d: { text: string }) => `"${d.text}" is not an amount. Write it as 1234.50.`,
    orderTooManyValues: (d: { values: number; headings: number }) =>
      `The row has ${d.values} values under ${d.headings} headings. Put quotation marks around a value that holds the separator.`,
    ordersFileMissing: (d: { file: string }) => `There is no file ${d.file}. Check the path.`,
    ordersFileFolder: (d: { file: string }) => `${d.file} is a folder. Name the CSV file in it.`,
    ordersFileClosed: (d: { file: string }) => `${d.file} may not be read by this account. Allow reading, or copy it.`,
    ordersFileEmpty: (d: { file: string }) => `${d.file} is empty. Export the orders again, with a row of headings.`,
    ordersFileNoRows: (d: { file: string }) => `${d.file} has headings and no orders under them. Export it again.`,
    ordersFileNotText: (d: { file: string }) =>
      `${d.file} is not a text file. Open it in your spreadsheet program and save it as CSV.`,
    ordersFileEncoding: (d: { file: string }) =>
      `${d.file} is neither UTF-8 nor UTF-16 nor GB18030. Save it as CSV in UTF-8.`,
    ordersFileQuote: (d: { file: string; line: number }) =>
      `A quotation mark that opens in or after line ${d.line} of ${d.file} is never closed. Close or remove it.`,
    ordersFileNoneAccepted: (d: { file: string; rows: number; line: number; reason: string }) =>
      `None of the ${d.rows} rows of ${d.file} can be read. Line ${d.line}: ${d.reason}`,
  },
  formulas: {
    rfm: ['customer', 'last_order', 'recency', 'frequency', 'monetary', 'R', 'F', 'M', 'RFM', 'segment'],
    rfmScores: ['R', 'F', 'M', 'RFM'],
    segment: 'segment',
    segmentSummary: ['segment', 'customers', 'share', 'revenue', 'revenue share', 'average'],
    tier: 'tier',
    score: 'score',
    closeness: 'closeness',
    completeness: 'completeness',
    abcClass: 'class',
    pareto: ['item', 'value', 'share', 'cumulative share', 'class'],
    lifecycle: ['customer', 'stage', 'days since', 'orders', 'usual gap'],
    cohort: ['cohort', 'customers'],
    npsStats: ['n', 'promoters', 'passives', 'detractors', 'NPS', 'standard error', 'low', 'high', 'ignored'],
    npsGroup: 'group',
    comparison: ['before', 'after', 'change', 'low', 'high', 'p', 'verdict'],
    trend: ['slope', 'p', 'Kendall tau', 'direction'],
    forecast: ['period', 'forecast', 'low', 'high'],
    rateInterval: ['rate', 'low', 'high'],
    retentionRate: 'retention rate',
    customerFlow: ['period', 'active', 'new', 'retained', 'reactivated', 'lost', 'retention', 'churn'],
    retentionForecast: ['period', 'survival', 'retention'],
    survival: ['time', 'at risk', 'events', 'survival', 'standard error'],
    probability: 'probability',
    clv: 'CLV',
    customerValues: ['customer', 'expected_orders', 'p_active', 'expected_spend', 'clv'],
    clvFit: ['parameter', 'value', 'standard error'],
    clvSummary: ['customer', 'x', 't_x', 'T', 'mean repeat spend'],
    churnRisk: ['customer', 'risk', 'band'],
    goalProgress: ['progress', 'pace', 'projected', 'status'],
    goalRollup: 'progress',
    salesKpis: [
      'person',
      'plan completion',
      'growth',
      'price retention',
      'expense ratio',
      'collection',
      'visit success',
      'complaint rate',
      'new-customer rate',
      'retention',
    ],
    owner: 'owner',
    unassigned: 'Unassigned',
    nextContact: ['next contact', 'days overdue'],
    funnel: ['stage', 'deals', 'amount', 'conversion'],
  },
  segments: {
    champions: 'Champions',
    loyal: 'Loyal Customers',
    potentialLoyalists: 'Potential Loyalists',
    newCustomers: 'New Customers',
    promising: 'Promising',
    needAttention: 'Need Attention',
    aboutToSleep: 'About To Sleep',
    atRisk: 'At Risk',
    cantLoseThem: "Can't Lose Them",
    hibernating: 'Hibernating',
    lost: 'Lost',
    others: 'Others',
    importantValue: 'Important Value',
    importantDevelopment: 'Important Development',
    importantRetention: 'Important Retention',
    importantWinBack: 'Important Win-back',
    generalValue: 'General Value',
    generalDevelopment: 'General Development',
    generalRetention: 'General Retention',
    generalWinBack: 'General Win-back',
  },
  customerClasses: { noOrders: 'No orders' },
  lifecycleStages: {
    new: 'New',
    active: 'Active',
    reactivated: 'Reactivated',
    atRisk: 'At risk',
    lost: 'Lost',
  },
  riskBands: { low: 'Low', medium: 'Medium', high: 'High' },
  clvNotes: {
    noDropout: 'no dropout detected',
    sameRate: 'customers do not differ in how often they order: r and alpha have no upper limit',
    dropoutAtLimit: 'dropout is alike for all customers, or all or nothing: a and b have no best value',
    tooFewSpends: 'too few customers with repeat orders to fit the spend',
    sameSpends: 'all customers with repeat orders spend the same',
    noMeanSpend: 'q is not above 1, so the expected spend has no mean',
    spendsAtLimit: 'spends do not differ between customers, or between the orders of one: p or q has no upper limit',
    spendsLeftOut: (n: number) =>
      `${counted(n, 'customer')} with a mean repeat spend of 0 or less left out of the spend`,
    between: '; ',
  },
  npsGroups: { promoter: 'Promoter', passive: 'Passive', detractor: 'Detractor' },
  changeVerdicts: { up: 'Up', down: 'Down', none: 'No clear change' },
  trendDirections: { up: 'Up', down: 'Down', none: 'No clear trend' },
  goalStatuses: { achieved: 'Achieved', onTrack: 'On track', behind: 'Behind', missed: 'Missed' },
  setUpForm: {
    title: 'Set up',
    why: 'Choose the tabs that your team has, or have them made. Columns are found by their headers, also those of Zoho CRM, HubSpot and Fxiaoke exports.',
    make: 'Make a new tab',
    saving: 'Saving which tabs and columns hold what…',
    none: 'None',
    columnsOf: (tab: string) => `Columns of ${tab}`,
    recognised: (d: { found: number; missing: string }) =>
      d.missing
        ? `Needed and not found: ${d.missing}. Choose the column below.`
        : `All that is needed is found; ${counted(d.found, 'column')} recognised.`,
    otherFields: 'What else Tiersheet can use',
    noColumn: '—',
    newIds: 'Add a column with new ids',
    save: 'Save set-up',
    saved: 'Saved. Sorting, renaming and moving columns changes nothing from here on.',
    made: (tabs: readonly string[]) => `Made: ${tabs.join(', ')}.`,
    numbered: (n: number) => `${counted(n, 'customer')} got an id.`,
  },
  roundStates: { proposed: 'proposed', approved: 'approved', published: 'published', cancelled: 'cancelled' },
  tierCauses: {
    score: 'score',
    round: 'evaluation round',
    override: 'override',
    overrideEnded: 'override ended',
    first: 'first tier',
    gone: 'left the file',
  },
  scoreChanges: {
    part: (d: { label: string; how: string; points: string }) => `${d.label} ${d.how}: ${d.points}`,
    value: (d: { from: string; to: string }) => `${d.from} → ${d.to}`,
    othersRose: '(others rose)',
    othersFell: '(others fell)',
    share: '(its share of the whole changed)',
    standard: '(the standard changed)',
    blank: 'blank',
    between: '; ',
  },
  tierBenefits: {
    highest: 'Named contact, yearly review in person, first to hear of news',
    middle: 'Named contact, regular calls',
    lowest: 'Self-service and newsletters',
  },
  attentionReasons: {
    complaint: (n: number) => counted(n, 'open complaint'),
    fell: (d: { from: string; to: string }) => `fell from ${d.from} to ${d.to} in the last run`,
    lowNps: (nps: number) => `latest NPS answer ${nps}`,
    overdue: (days: number) => `contact overdue by ${counted(days, 'day')}`,
    neverContacted: 'never contacted',
    ownerLevel: (d: { level: number; needed: number }) => `owner of level ${d.level}, the tier asks for ${d.needed}`,
  },
  tierReports: {
    movementTab: 'Tier movement',
    movementCorner: (d: { standard: string; from: string; to: string }) => `${d.standard}: ${d.from} → ${d.to}`,
    left: 'Gone',
    total: 'Total',
    came: 'New',
    attentionTab: 'Needs attention',
    automaticTab: 'For automation',
    why: 'Why',
    between: '; ',
    sourcesTab: 'Value by source',
    source: 'Source',
    noSource: '(blank)',
    customers: 'Customers',
    value: 'Value',
    meanScore: 'Mean score',
    fromDay: 'From the end of',
    toDay: 'To the end of',
    since: 'Orders since',
  },
  tierRun: {
    reading: 'Reading the tabs and scoring…',
    history: (d: { done: number; total: number }) => `Tier history: ${d.done} of ${counted(d.total, 'move')}`,
    columns: 'Writing the columns of scores and tiers…',
    stopping: 'Stopping…',
    stopped: (d: { done: number; total: number; goOn: string }) =>
      `Stopped. ${d.done} of ${counted(d.total, 'move')} ${d.done === 1 ? 'is' : 'are'} in the Tier history; the columns of scores and tiers are as they were. Press "${d.goOn}" again to go on.`,
    cutShort: (d: { at: string; by: string; round: string; goOn: string }) =>
      `${d.round ? `Publishing round ${d.round}` : 'The run'} of ${d.at}${d.by ? ` by ${d.by}` : ''} was cut short: the Tier history may hold moves that the columns of scores and tiers do not show yet. Press "${d.goOn}" to finish it.`,
  },
  tiersForm: {
    title: 'Tiers and rounds',
    noStandard: 'No standard yet. Apply one in Score and tier first; the moves of its customers are then kept here.',
    standard: 'Standard',
    parts: { lists: 'To do', moves: 'Moves', rounds: 'Rounds', overrides: 'Overrides', playbook: 'Playbook' },
    due: (d: { standard: string; day: string; daysAgo: number }) =>
      `A round of "${d.standard}" was due on ${d.day}${d.daysAgo > 0 ? `, ${counted(d.daysAgo, 'day')} ago` : ''}.`,
    search: 'Search',
    searchHint: 'A part of an id or a name, then Enter',
    writeToSheet: 'Write to sheet',
    written: (tab: string) => `Written to the tab "${tab}".`,
    writeAttention: 'Write the list to a sheet',
    shownOf: (d: { shown: number; total: number }) => `The first ${d.shown} of ${d.total}.`,
    tier: 'Tier',
    tierMove: (d: { from: string; to: string }) => `${d.from || '–'} → ${d.to || '–'}`,
    // To do
    attention: 'Needs attention now',
    nobodyNeeds: 'Nobody needs attention now.',
    automatic: 'Automation can serve',
    automaticHint: 'Low tiers with consent and an address, no open complaint, nothing overdue.',
    nobodyAutomatic: 'Nobody: low tiers with consent and an e-mail or phone would stand here.',
    toPlaybook: 'Go to the playbook',
    noPlaybook: 'The tab of tiers has no lines yet, so nobody is overdue. Propose them under Playbook.',
    complaintsAway: 'The complaint desk could not be reached: complaints are those that the customer tab counts.',
    complaintsNone: 'Without a workspace, complaints are those that the customer tab counts.',
    // Moves
    run: 'Run',
    runOption: (d: { day: string; moves: number }) => `${d.day}: ${counted(d.moves, 'move')}`,
    noMoves: 'No tier has moved yet. Moves appear here when the standard is applied or a round published.',
    storyPoints: (d: { points: string; from: string; to: string }) => `${d.points} points (${d.from} → ${d.to})`,
    causeBy: (d: { cause: string; reason: string }) => `${d.cause}${d.reason ? `: ${d.reason}` : ''}`,
    also: 'In the same time',
    events: {
      order: (d: { day: string; name: string; amount: string }) =>
        `${d.day} order${d.name ? ` ${d.name}` : ''}${d.amount ? `, ${d.amount}` : ''}`,
      contact: (d: { day: string; name: string }) => `${d.day} contact${d.name ? ` (${d.name})` : ''}`,
      answer: (d: { day: string; nps: string; satisfaction: string }) =>
        `${d.day} answer${d.nps ? `, NPS ${d.nps}` : ''}${d.satisfaction ? `, satisfaction ${d.satisfaction}` : ''}`,
      complaint: (d: { day: string; name: string }) => `${d.day} complaint ${d.name}`,
    },
    moreEvents: (n: number) => `and ${n} more`,
    storiesAway: 'The complaint desk could not be reached, so complaints are missing here.',
    followUp: 'Follow up',
    followUpOn: 'Follow up on',
    followUpWhy: 'Purpose',
    followUpSave: 'Plan it',
    followUpSaved: (day: string) => `Planned for ${day}.`,
    storyPurpose: (d: { from: string; to: string; because: string }) =>
      `Tier ${d.from || '–'} → ${d.to || '–'}${d.because ? `: ${d.because}` : ''}`,
    movement: 'Movement between two days',
    movementHint: 'Rows: the tier at the end of the first day. Columns: at the end of the second.',
    show: 'Show',
    up: 'Up',
    down: 'Down',
    stayed: 'Stayed',
    // Rounds
    roundWhy: 'A round proposes tiers first. They are published once a named person has approved them.',
    startRound: 'Start a round',
    proposing: 'Scored. Proposing the moves…',
    startStopped: 'Stopped. Nothing is proposed, and nobody has moved. Start again.',
    roundLine: (d: { round: string; status: string }) => `${d.round}: ${d.status}`,
    roundFacts: (d: { version: number; asOf: string }) => `Version ${d.version} of the standard, as of ${d.asOf}.`,
    roundSteps: 'Steps of the round',
    steps: ['Propose', 'Approve', 'Publish'],
    proposalCounts: (d: { total: number; up: number; down: number; first: number; exceptions: number }) =>
      `${counted(d.total, 'customer')} would move: ${d.up} up, ${d.down} down, ${d.first} get their first tier. ${counted(d.exceptions, 'exception')}.`,
    withoutReason: (n: number) => `${counted(n, 'exception')} without a reason: write it before approving.`,
    nobodyMoves: 'Nobody would move.',
    exception: 'Exception',
    exceptionChange: 'Change the exception',
    exceptionLine: (d: { tier: string; reason: string }) => `Exception: ${d.tier}, ${d.reason || 'no reason yet'}`,
    scoreOf: (score: string) => `Score ${score}`,
    exceptionFor: (name: string) => `Exception for ${name}`,
    exceptionAdd: 'Exception for another customer',
    noException: 'No exception',
    reason: 'Reason',
    save: 'Save',
    approve: (name: string) => (name ? `Approve as ${name}` : 'Approve'),
    approvedBy: (d: { by: string; day: string }) => `Approved by ${d.by || 'a person unknown'} on ${d.day}.`,
    nextRound: 'Next round on',
    nextRoundHint: 'Exceptions hold until the day before.',
    publish: 'Publish',
    publishAsk: (d: { round: string; movers: number }) =>
      `Publish ${d.round}: change the tier of ${counted(d.movers, 'customer')}?`,
    published: (d: { up: number; down: number; first: number }) =>
      `Published: ${d.up} up, ${d.down} down, ${d.first} first tiers.`,
    publishCutShort:
      'Publishing this round was cut short: the Tier history may hold moves that the columns of scores and tiers do not show yet. Publish it again to finish.',
    goneTier: (d: { tier: string; named: string[]; more: number }) =>
      `The standard no longer has the tier "${d.tier}", which this round leaves or gives to ${d.named.join(', ')}${d.more > 0 ? ` and ${d.more} more` : ''}. End their override, or set an exception.`,
    cancelRound: 'Cancel the round',
    cancelAsk: (round: string) => `Cancel ${round}? Nobody moves, and its exceptions are not used.`,
    earlierRounds: 'Earlier rounds',
    nextIs: (day: string) => `The next round is on ${day}.`,
    // Overrides
    overrideWhy: 'An override holds a customer in a tier whatever the score says, until its last day.',
    newOverride: 'New override',
    customerId: 'Customer ID',
    takeSelected: 'Take the selected row',
    selectedNone: 'The selected row is no customer. Select a row of the customer tab.',
    from: 'From',
    until: 'Last day',
    untilHint: 'Leave it blank only if it is to hold until somebody ends it.',
    setOverride: 'Set override',
    overrideSet: 'The override is kept, and the customer has moved if it holds today.',
    holds: 'Holding',
    coming: 'To come',
    over: 'Ended',
    noOverrides: 'No override holds.',
    overrideLine: (d: { from: string; until: string; by: string }) =>
      `${d.from || '…'} to ${d.until || 'further notice'}${d.by ? `, by ${d.by}` : ''}`,
    end: 'End it',
    endAsk: (d: { name: string; tier: string }) =>
      `End the override of ${d.name} (tier ${d.tier})? The tier goes back to the score's.`,
    ended: 'The override has ended.',
    // Playbook
    playbookWhy: 'Who serves each tier, how often and how fast, with what. Change it in its tab.',
    propose: 'Propose a playbook',
    proposeMissing: (tiers: string) => `No line for: ${tiers}`,
    proposed: (n: number) => `${counted(n, 'line')} added to the tab of tiers.`,
    ownerLevel: 'Owner',
    contactEvery: 'Contact',
    everyDays: (days: number) => counted(days, 'day'),
    level: (level: number) => `level ${level}`,
    discountLimit: 'Discount',
    spendTitle: 'Discounts against budget',
    spent: 'Spent',
    budget: 'Budget',
    overBudget: (budget: string) => `over ${budget}`,
    orders: 'Orders',
    withoutListPrice: (d: { without: number; orders: number }) =>
      `${d.without} of ${counted(d.orders, 'order')} have no list price; their discounts are not known.`,
    overLimit: 'Over the discount limit',
    overLine: (d: { discount: string; limit: string; spent: string }) =>
      `${d.discount} off the list, limit ${d.limit}; ${d.spent} in all`,
    nobodyOver: 'Nobody is over the limit of their tier.',
    bySource: 'Value and tiers by source',
  },
  scoreForm: {
    title: 'Score and tier',
    noOrders: 'No orders',
    reads: (tabs: string[]) => `Read from the ${tabs.length === 1 ? 'tab' : 'tabs'} ${listed(tabs, 'and')}.`,
    counts: 'What counts',
    tiersShort: (d: { label: string; from: number | undefined; byShare: boolean }) =>
      d.from === undefined
        ? `${d.label}: the rest`
        : d.byShare
          ? `${d.label}: best ${100 - d.from} %`
          : `${d.label}: from ${d.from}`,
    standard: 'Standard',
    standardName: 'Name of the standard',
    newStandard: 'Add a standard',
    newName: (place: number) => `Standard ${place}`,
    rename: 'Rename or remove',
    newNameOf: 'New name',
    renameYes: 'Rename',
    renameAsk: (d: { from: string; to: string }) =>
      `Call "${d.from}" "${d.to}" from now on? Its versions, history, overrides and rounds stay its own; what is written in tabs keeps the old name.`,
    renamed: (d: { from: string; to: string }) => `"${d.from}" is called "${d.to}" now.`,
    removeYes: 'Remove',
    removeAsk: (name: string) =>
      `Take "${name}" out of the forms and timed runs? Its columns, versions and Tier history stay. Applied again under this name, it goes on where it stopped.`,
    removed: (name: string) => `"${name}" is removed. What it wrote stays.`,
    versions: 'Versions',
    version: (version: number) => (version ? `Version ${version}` : 'Not applied yet'),
    versionChanged: (version: number) => `Version ${version}, changed`,
    savedBy: (d: { at: string; by: string }) => (d.by ? `${d.at}, ${d.by}` : d.at),
    bringBack: 'Take this version',
    firstVersion: 'First version',
    editedInTab: (d: { tab: string; version: number }) =>
      `Version ${d.version} was edited in the tab "${d.tab}". Writing makes it a new version, and version ${d.version} is put back as it was applied.`,
    product: 'Only orders of this product',
    sharesHint: 'A weight counts as its share of all weights, which stands beside it. They need not add up to 100.',
    allProducts: 'All products',
    productHint: 'Blank: all products. The name as the Orders tab has it.',
    note: 'Note',
    indicators: 'Indicators and weights',
    noIndicators: 'No column holds numbers or dates, and there is no tab with orders. Add one in Set up.',
    groups: {
      orders: 'Orders and opportunities',
      contacts: 'Contacts',
      facts: 'Surveys and complaints',
      columns: 'Columns with numbers',
      dates: 'Columns with dates',
    },
    sameAs: (figure: string) => `Likely the same as "${figure}".`,
    weightOf: (indicator: string) => `Weight of ${indicator}`,
    directionOf: (indicator: string) => `Which is better for ${indicator}`,
    higherIsBetter: 'Higher is better',
    lowerIsBetter: 'Lower is better',
    earlierIsBetter: 'Earlier is better',
    laterIsBetter: 'Later is better',
    method: 'How values become points',
    percentRank: 'By rank among all customers (0 to 100)',
    minMax: 'By distance from lowest to highest (0 to 100)',
    weights: 'Propose weights',
    weightsHint: 'Weights that were typed stay until you take others.',
    entropy: 'By entropy',
    entropyHint: 'What differs most between customers weighs most.',
    critic: 'By CRITIC',
    criticHint: 'What differs most and says what no other indicator says weighs most.',
    pairwise: 'By comparing pairs',
    pairwiseHint: 'You say for each pair which matters more.',
    pairsTooFew: 'Tick two indicators or more to compare them.',
    pairOf: (d: { one: string; other: string }) => `${d.one}, or ${d.other}?`,
    asMuch: 'Both as much',
    more: (d: { indicator: string; times: number }) => `${d.times} × more: ${d.indicator}`,
    consistency: (ratio: string) => `Consistency ratio ${ratio}: up to 0.1 the comparisons fit together.`,
    reconsider: (d: { one: string; other: string; fitting: string }) =>
      `They contradict each other. Look again at "${d.one}" and "${d.other}": the others would fit with "${d.fitting}".`,
    takeWeights: 'Take these weights',
    tiers: 'Tiers',
    cut: 'Tiers begin at',
    bySCORE: 'a least score',
    bySHARE: 'a share of the customers',
    tierName: (place: number) => `Name of tier ${place}, counted from the lowest`,
    tierFrom: (tier: string) => `Least score of tier ${tier}`,
    tierShare: (tier: string) => `Best per cent of customers down to tier ${tier}`,
    theRest: 'the rest',
    best: 'best %',
    addTier: 'Add a tier above',
    removeTier: 'Remove the highest',
    limits: 'Limits of a valid customer',
    limitsHint: 'A customer that misses a limit stays in the lowest tier. What is not known misses none.',
    probability: 'Least probability to order in 12 months (%)',
    collectDays: 'Most days to collect, on average',
    whatIf: 'Who would stand where',
    compareWith: 'Compare with',
    compareTab: 'the tiers in the tab',
    compareVersion: (version: number) => `version ${version}, counted today`,
    tier: 'Tier',
    customers: 'Customers',
    before: 'Before',
    share: 'Share',
    changes: (d: { up: number; down: number; first: number }) =>
      `${d.up} go up a tier, ${d.down} go down, ${d.first} get their first.`,
    lose: (n: number) => `${counted(n, 'customer')} would have no tier any more.`,
    overridden: (n: number) => `${counted(n, 'customer')} keep the tier that somebody decided for them.`,
    goneTier: (d: { tier: string; named: string[]; more: number }) =>
      `The tier "${d.tier}", which this standard does not have, stays by override with ${d.named.join(', ')}${d.more > 0 ? ` and ${d.more} more` : ''}. End or replace it in Tiers and rounds.`,
    movers: 'Who moves',
    moves: (d: { from: string; to: string }) => `${d.from || 'none'} → ${d.to || 'none'}`,
    scores: (d: { from: string; to: string }) => `${d.from || '–'} → ${d.to || '–'}`,
    nobodyMoves: 'Nobody moves.',
    readAgain: 'What was ticked or limited anew has not been read yet. Press Preview.',
    asOf: (day: string) => `Counted up to ${day}, the day after the latest row that is not in the future.`,
    ahead: (d: { tab: string; count: number; row: number; customer: string; day: string }) =>
      `${d.count === 1 ? '1 row' : `${d.count} rows`} of the tab "${d.tab}" ${d.count === 1 ? 'is' : 'are'} dated after today and left out, the first in row ${d.row}: ${d.customer}, ${d.day}. Correct the date if it is a slip.`,
    unscored: (n: number) =>
      `${counted(n, 'customer')} ${n === 1 ? 'has' : 'have'} no value for any indicator. Score and tier stay blank.`,
    withoutCustomer: (n: number) =>
      `${counted(n, 'row')} of orders or contacts ${n === 1 ? 'names' : 'name'} a customer that is not in the customer tab, and ${n === 1 ? 'is' : 'are'} left out.`,
    stray: (d: { row: number; customer: string; day: string }) =>
      `The order of ${d.customer} in row ${d.row} is dated ${d.day}, more than a year after all others. Correct it if it is a slip: the recency of every customer is counted from the last order.`,
    lookAlikes: (pairs: { id: string; other: string }[]) =>
      `Alike but for case or spaces, and counted as different customers: ${pairs.map(({ id, other }) => `"${id}" and "${other}"`).join(', ')}. Write one of them as the other if they are the same.`,
    why: 'Why',
    whySelected: 'Why the customer in the selected row?',
    whyNone: 'The selected row has no customer of this tab. Select a cell in the row of one.',
    whyScore: (d: { score: string; tier: string; place: number; of: number }) =>
      `${d.score} points, tier ${d.tier}: place ${d.place} of ${d.of}.`,
    whyUnscored: 'No value for any indicator, so no score and no tier.',
    whyNext: (d: { missing: string; tier: string; from: string }) =>
      `${d.missing} points are missing to tier ${d.tier}, which begins at ${d.from}.`,
    whyTop: 'This is the highest tier.',
    whyOf: (d: { points: string; most: string }) => `${d.points} of ${d.most} points`,
    whyPlace: (d: { value: string; place: number; of: number; lowest: string; highest: string }) =>
      `${d.value}: place ${d.place} of ${d.of} (from ${d.lowest} to ${d.highest})`,
    whyBlank: 'blank: its weight goes to the others',
    whyLift: (d: { value: string; tier: string }) => `${d.value} alone would lift to ${d.tier}.`,
    whyNoLift: 'Nothing alone would lift to the next tier.',
    whyMissesProbability: (d: { value: string; bound: string }) =>
      `Not a valid customer: the probability to order is ${d.value}, and ${d.bound} are needed.`,
    whyMissesCollectDays: (d: { value: string; bound: string }) =>
      `Not a valid customer: pays after ${d.value} days on average, and ${d.bound} are allowed.`,
    apply: 'Write Score and Tier',
    overwrite: (d: { header: string; cells: number }) =>
      `The column "${d.header}" holds something else in ${counted(d.cells, 'cell')}. Overwrite them?`,
    overwriteYes: 'Overwrite',
    written: (d: { sheet: string; customers: number }) =>
      `Score and Tier of ${counted(d.customers, 'customer')} are in the tab "${d.sheet}".`,
    timer: 'Apply by itself',
    timers: { off: 'No, by hand only', daily: 'Every day', weekly: 'Every week' },
    timerHint: 'All standards of this spreadsheet are applied early in the morning, with your rights.',
    changed: {
      added: (d: { part: string; name: string }) => `${d.part} "${d.name}" added`,
      removed: (d: { part: string; name: string }) => `${d.part} "${d.name}" removed`,
      value: (d: { name: string; before: string; after: string }) => `${d.name}: ${d.before} → ${d.after}`,
      weight: (name: string) => `Weight of "${name}"`,
      direction: (name: string) => `Direction of "${name}"`,
      from: (name: string) => `Tier ${name} from`,
      none: 'none',
    },
  },
  form: {
    loading: 'Loading…',
    working: 'Working…',
    preview: 'Preview',
    create: 'Create',
    cancel: 'Cancel',
    back: 'Back',
    again: 'Try again',
    broken: (detail: string) =>
      `This form has stopped because of an error in it. What stands in the sheet stays as it is. (${detail})`,
    stop: 'Stop',
    copy: 'Copy',
    copied: 'Copied',
    search: 'Search',
    found: (d: { found: number; of: number }) => `${d.found} of ${d.of}`,
    showMore: (n: number) => `Show ${n} more`,
    withoutId: (n: number) =>
      `${counted(n, 'row')} of the customer tab ${n === 1 ? 'has' : 'have'} no customer ID and ${n === 1 ? 'is' : 'are'} left out. Give ${n === 1 ? 'it' : 'each'} an ID.`,
    stepDone: '(done)',
    percent: (number: string) => `${number} %`,
    severalAccounts:
      'Google refused because this browser is signed in to several accounts. Sign out of the others, or open the spreadsheet in a private window.',
  },
  tabs: {
    customers: {
      name: 'Customers',
      headers: {
        customerId: 'Customer ID',
        customer: 'Name',
        customerType: 'Type',
        email: 'E-mail',
        phone: 'Phone',
        city: 'City',
        industry: 'Industry',
        source: 'Source',
        owner: 'Owner',
        segment: 'Segment',
        needs: 'Needs class',
        condition: 'Business condition',
        competitors: 'Competitors met',
        consent: 'Consent',
        created: 'Created',
        verified: 'Last verified',
        lastContact: 'Last contact',
        nextContact: 'Next contact',
        score: 'Score',
        tier: 'Tier',
        latestNps: 'Latest NPS',
        satisfaction: 'Satisfaction',
        lastAnswer: 'Last answer',
        complaints: 'Complaints',
        lifecycleStage: 'Life-cycle stage',
        valueClass: 'Value class',
        completeness: 'Completeness',
      },
    },
    orders: {
      name: 'Orders',
      headers: {
        orderId: 'Order ID',
        customerId: 'Customer ID',
        orderDate: 'Order date',
        amount: 'Amount',
        listPrice: 'List price',
        status: 'Status',
        dueDate: 'Due date',
        paidDate: 'Paid date',
        product: 'Product',
      },
    },
    interactions: {
      name: 'Interactions',
      headers: {
        interactionId: 'Interaction ID',
        customerId: 'Customer ID',
        contactDate: 'Contact date',
        owner: 'Owner',
        channel: 'Channel',
        purpose: 'Purpose',
        outcome: 'Outcome',
        nextContact: 'Next contact',
        note: 'Note',
      },
    },
    staff: {
      name: 'Staff',
      headers: {
        staffId: 'Staff ID',
        name: 'Name',
        position: 'Position',
        level: 'Level',
        skills: 'Skills',
        capacity: 'Capacity',
        email: 'E-mail',
      },
    },
    opportunities: {
      name: 'Opportunities',
      headers: {
        opportunityId: 'Opportunity ID',
        customerId: 'Customer ID',
        product: 'Product',
        stage: 'Stage',
        amount: 'Amount',
        owner: 'Owner',
        created: 'Created',
        expectedClose: 'Expected close',
        closed: 'Closed',
      },
    },
    answers: {
      name: 'Survey answers',
      headers: { customerId: 'Customer ID', answerDate: 'Date', channel: 'Channel' },
    },
    goals: {
      name: 'Goals',
      headers: {
        goalId: 'Goal ID',
        parent: 'Part of',
        goal: 'Goal',
        owner: 'Owner',
        weight: 'Weight',
        baseline: 'Baseline',
        target: 'Target value',
        actual: 'Actual',
        start: 'Start',
        due: 'Due',
      },
    },
    standards: {
      name: 'Standards',
      headers: {
        standard: 'Standard',
        version: 'Version',
        savedAt: 'Saved at',
        savedBy: 'Saved by',
        part: 'Part',
        name: 'Name',
        source: 'Taken from',
        direction: 'Direction',
        weight: 'Weight',
        method: 'Method',
        from: 'From',
        note: 'Note',
      },
    },
    playbook: {
      name: 'Tiers',
      headers: {
        tier: 'Tier',
        ownerLevel: 'Owner level',
        contactEvery: 'Contact every (days)',
        firstResponse: 'First response (hours)',
        resolution: 'Resolution (hours)',
        benefits: 'Benefits',
        discountLimit: 'Discount limit',
        budget: 'Budget',
      },
    },
    overrides: {
      name: 'Tier overrides',
      headers: {
        customerId: 'Customer ID',
        standard: 'Standard',
        tier: 'Tier',
        reason: 'Reason',
        by: 'By',
        from: 'From',
        until: 'Until',
      },
    },
    tierHistory: {
      name: 'Tier history',
      headers: {
        at: 'At',
        run: 'Run',
        customerId: 'Customer ID',
        standard: 'Standard',
        version: 'Version',
        fromTier: 'From tier',
        toTier: 'To tier',
        fromScore: 'Score before',
        toScore: 'Score after',
        cause: 'Cause',
        reason: 'Reason',
        because: 'Because',
        details: 'Details as JSON',
      },
    },
    scoreParts: {
      name: 'Score parts',
      headers: {
        standard: 'Standard',
        run: 'Run',
        customerId: 'Customer ID',
        score: 'Score',
        tier: 'Tier',
        parts: 'Parts',
      },
    },
    rounds: {
      name: 'Evaluation rounds',
      headers: {
        round: 'Round',
        standard: 'Standard',
        version: 'Version',
        asOf: 'As of',
        status: 'Status',
        proposedBy: 'Proposed by',
        proposedAt: 'Proposed at',
        approvedBy: 'Approved by',
        approvedAt: 'Approved at',
        publishedAt: 'Published at',
        nextDate: 'Next round',
        approved: 'Mark of what was approved',
      },
    },
    roundProposals: {
      name: 'Round proposals',
      headers: {
        round: 'Round',
        customerId: 'Customer ID',
        currentTier: 'Tier now',
        proposedTier: 'Proposed tier',
        score: 'Score',
        exceptionTier: 'Exception',
        reason: 'Reason',
      },
    },
    changes: {
      name: 'Change history',
      headers: {
        at: 'At',
        by: 'By',
        action: 'Action',
        actionId: 'Action ID',
        customerId: 'Customer ID',
        field: 'Field',
        before: 'Before',
        after: 'After',
      },
    },
  },
  menu: {
    Customer: 'Customer',
    CustomerFile: 'Customer file',
    EntryStandard: 'Entry standard',
    ScoreAndTier: 'Score and tier',
    Tiers: 'Tiers and rounds',
    Surveys: 'Surveys',
    Complaints: 'Complaints',
    KpiSheet: 'KPI sheet',
    Functions: 'Functions',
    SetUp: 'Set up',
    Workspace: 'Workspace and sync',
    enable: 'Enable in this spreadsheet',
    enabled: 'Tiersheet is enabled here. Type =TS_ in a cell to see its functions.',
  },
  customerFileForm: {
    title: 'Customer file',
    parts: { import: 'Import', duplicates: 'Duplicates' },
    kinds: { import: 'Import', merge: 'Merge' },
    undo: 'Undo',
    finish: 'Finish',
    discard: 'Discard',
    latest: 'What can be undone',
    action: (d: { kind: string; what: string; at: string; by: string }) =>
      `${d.kind}: ${d.what}, ${d.at}${d.by ? `, ${d.by}` : ''}`,
    interrupted: (d: { kind: string; what: string; at: string; made: number; of: number }) =>
      `${d.kind} of ${d.what} (${d.at}) was interrupted: ${d.made} of ${counted(d.of, 'change')} confirmed. Finish it, or undo it.`,
    undoInterrupted: (d: { what: string; at: string }) =>
      `Undoing ${d.what} (${d.at}) was interrupted. Undo it again to take back the rest.`,
    notBegun: (d: { what: string; at: string }) =>
      `The import of ${d.what} (${d.at}) was stopped before anything was written to the customers. Import it again, or discard it.`,
    undoAsk: (d: { what: string; changes: number }) =>
      `Take back ${d.what}: ${counted(d.changes, 'change')}? What somebody changed since stays as it is.`,
    undone: (d: { changed: number; added: number; removed: number }) =>
      `Undone${[
        ...(d.changed ? [`: ${counted(d.changed, 'cell')} restored`] : []),
        ...(d.added ? [`: ${counted(d.added, 'row')} put back`] : []),
        ...(d.removed ? [`: ${counted(d.removed, 'row')} removed`] : []),
      ]
        .join(',')
        .replace(/,:/g, ',')}.`,
    leftTitle: (n: number) => `${counted(n, 'change')} left as they are now`,
    left: (d: { id: string; column: string; why: 'changed' | 'gone' | 'taken' }) =>
      `${d.id}${d.column ? `, ${d.column}` : ''}: ${{ changed: 'changed since', gone: 'no longer in the file', taken: 'the id is in use' }[d.why]}`,
    source: 'Import from',
    sources: { tab: 'A tab of this spreadsheet', file: 'A CSV file', paste: 'Pasted cells or text' },
    tab: 'Tab',
    chooseFile: 'Choose a CSV file',
    fileHint: 'Separated by comma, semicolon or tab; UTF-8, UTF-16, GB18030 or Western',
    paste: 'Cells or text',
    pasteHint: 'Copy cells with their headings and paste them here.',
    pasted: 'pasted text',
    read: 'Read',
    rowsRead: (d: { rows: number; columns: number }) => `${counted(d.rows, 'row')}, ${counted(d.columns, 'column')}`,
    noRows: 'There are no rows under the headings. Choose something else.',
    notText: 'This is not a text file. Save it as CSV and choose it again.',
    unknownEncoding: 'The characters of this file cannot be read. Save it as CSV in UTF-8.',
    reading: (d: { done: number; total: number }) => `Reading, ${d.done} of ${d.total} rows`,
    sorted: 'Somebody sorted the customers while they were read. Read them again.',
    columns: 'Columns recognised',
    columnsWhy: 'By heading. Change what is wrong.',
    columnsLeft: 'Columns left out',
    columnsLeftWhy:
      'Nothing is wrong with these: there is no such column in the customer file. Take along what you want.',
    noNameColumn: 'Which column holds the name or the id of the customers? Choose it below.',
    example: (text: string) => `e.g. ${text}`,
    leaveOut: '(leave out)',
    newColumn: (header: string) => `New column "${header}"`,
    match: 'Find customers by',
    matches: { customerId: 'Customer ID', email: 'E-mail', phone: 'Phone' },
    matchHint: {
      customerId: 'Without an id, a row is a new customer, unless one has all its cells.',
      email: 'Case and width do not count. Rows without e-mail go by id.',
      phone: 'By its digits, however it is written. Rows without phone go by id.',
    },
    preview: 'Preview',
    added: 'Added',
    changed: 'Changed',
    unchanged: 'Unchanged',
    rejected: 'Rejected',
    what: 'What to change',
    whatWhy: 'Blank cells are filled unless you untick it. Nothing is overwritten unless you tick it.',
    columnName: 'Column',
    fill: 'Fill',
    overwrite: 'Overwrite',
    fillLabel: (d: { column: string; cells: number }) => `Fill ${counted(d.cells, 'blank cell')} of ${d.column}`,
    overwriteLabel: (d: { column: string; cells: number }) => `Overwrite ${counted(d.cells, 'cell')} of ${d.column}`,
    row: (row: number) => `Row ${row}`,
    cellChange: (d: { column: string; before: string; after: string }) => `${d.column}: ${d.before} → ${d.after}`,
    blank: '(blank)',
    keptMine: '(stays as it is)',
    reasons: {
      noName: () => 'It has neither a name nor an id. Fill in one of them.',
      sameRow: (d: { rows: number[] }) => `It says the same as row ${d.rows.join(', ')}, which is taken.`,
      sameCustomer: (d: { rows: number[] }) =>
        `Row ${d.rows.join(', ')} is about the same customer and says something else. Keep one.`,
      fitsTwo: (d: { customers: string[] }) =>
        `It fits several customers: ${d.customers.join(', ')}. Merge them first.`,
      disagree: (d: { customers: string[] }) =>
        `Its id and the key chosen belong to different customers: ${d.customers.join(', ')}. Correct one.`,
      withoutId: (d: { fileRow: number }) =>
        `Its customer, in row ${d.fileRow} of the file, has no id. Give it one first.`,
      ambiguousDate: (d: { column: string; text: string }) =>
        `${d.column} "${d.text}" could be day-first or month-first. Write it as 2024-12-31.`,
      notDate: (d: { column: string; text: string }) =>
        `${d.column} "${d.text}" is not a date. Write it as 2024-12-31.`,
      notNumber: (d: { column: string; text: string }) => `${d.column} "${d.text}" is not a number. Correct it.`,
      notEmail: (d: { column: string; text: string }) =>
        `${d.column} "${d.text}" is no e-mail address, and customers are found by it. Correct it, or give the row an id.`,
      notPhone: (d: { column: string; text: string }) =>
        `${d.column} "${d.text}" is no phone number, and customers are found by it. Correct it, or give the row an id.`,
    },
    leftOut: 'Left out',
    leftOutWhy: 'These cells cannot be what their column holds. The rest of their rows is taken.',
    cellLeft: (d: { column: string; why: string; isNew: boolean }) =>
      `${d.column} ${d.isNew ? 'stays blank' : 'left as it was'}: ${d.why}`,
    unreadable: {
      ambiguousDate: (cell: string) => `${cell} could be day first or month first`,
      notDate: (cell: string) => `${cell} is no date`,
      notNumber: (cell: string) => `${cell} is no number`,
      notEmail: (cell: string) => `${cell} is no e-mail address`,
      notPhone: (cell: string) => `${cell} is no phone number`,
    },
    dates: (d: { column: string; example: string }) => `${d.column}: read dates such as ${d.example}`,
    dayOrders: {
      open: 'Not decided: leave them out',
      DAY_FIRST: (day: string) => `Day first: ${day}`,
      MONTH_FIRST: (day: string) => `Month first: ${day}`,
    },
    datesWhy: (d: {
      open: number
      order: 'DAY_FIRST' | 'MONTH_FIRST' | undefined
      chosen: boolean
      dayFirst: string
      monthFirst: string
    }) => {
      const open = `${counted(d.open, 'date')} can be read in two ways.`
      const sides = [
        ...(d.dayFirst ? [`${d.dayFirst} can only be day first`] : []),
        ...(d.monthFirst ? [`${d.monthFirst} can only be month first`] : []),
      ]
      if (sides.length === 0 && d.chosen) return open
      if (sides.length === 0) return `${open} Nothing in the column tells which: choose, or they are left out.`
      const said = `${sides.join(', ')}.`
      if (sides.length === 1)
        return d.chosen ? `${open} Of the others, ${said}` : `${open} They are read like the others: ${said}`
      const taken = d.order === 'DAY_FIRST' ? 'day first' : 'month first'
      const then = d.chosen
        ? ''
        : d.order
          ? ` Read ${taken}, as more of the others are: look whether that is right.`
          : ' Neither has more: choose, or they are left out.'
      return `${open} The column mixes both: ${said}${then}`
    },
    rows: (d: { rows: readonly number[]; more: number }) =>
      `${d.rows.length === 1 ? 'row' : 'rows'} ${d.more > 0 ? `${d.rows.join(', ')} and ${d.more} more` : listed(d.rows.map(String), 'and')}`,
    nothing: 'There is nothing to import: every row is unchanged, rejected or left as it is.',
    import: 'Import',
    importCount: (n: number) => `Import ${counted(n, 'change')}`,
    importAsk: (d: { added: number; fill: number; overwrite: number }) => {
      const parts = [
        ...(d.added ? [`add ${counted(d.added, 'customer')}`] : []),
        ...(d.fill ? [`fill ${counted(d.fill, 'cell')}`] : []),
        ...(d.overwrite ? [`overwrite ${counted(d.overwrite, 'cell')}`] : []),
      ]
      return `${listed(parts, 'and').replace(/^./, (letter) => letter.toUpperCase())}? It can be undone.`
    },
    writing: (d: { done: number; total: number }) => `${d.done} of ${d.total}`,
    stopped: 'Stopped. What is written stays until you finish or undo it.',
    imported: (d: { added: number; changed: number }) => {
      const parts = [
        ...(d.added ? [`${counted(d.added, 'customer')} added`] : []),
        ...(d.changed ? [`${counted(d.changed, 'cell')} changed`] : []),
      ]
      return parts.length > 0 ? `${parts.join(', ')}.` : 'Nothing was changed.'
    },
    undoImport: 'Undo this import',
    again: 'Another import',
    noCustomers: 'There is no customer tab yet. The import makes it.',
    find: 'Find duplicates',
    findWhy: 'Compares e-mails, phones, ids and names, however they are written. Nothing is changed.',
    comparing: 'Comparing …',
    groups: (n: number) => `${counted(n, 'group')} of likely duplicates`,
    noDuplicates: 'No likely duplicates.',
    shared: 'Shared by many, so no sign',
    sharedBy: (d: { value: string; customers: number }) => `${d.value}: ${d.customers} customers`,
    because: {
      id: 'the same id but for its writing',
      email: 'same e-mail',
      phone: 'same phone',
      name: (likeness: string) => `names ${likeness} alike`,
    },
    nameBut: (d: { alike: string; but: string }) => `${d.alike} (${d.but})`,
    formsDiffer: {
      form: 'they differ in the company form',
      group: 'one is a group or holding, often another company',
    },
    compare: 'Compare',
    keeps: 'Which one stays',
    keepThis: (id: string) => `${id} stays`,
    chooseValues: 'Tick the value to keep.',
    same: 'The same in both',
    merge: 'Merge',
    mergeAsk: (d: { keep: string; gone: string }) =>
      `Merge ${d.gone} into ${d.keep}? Orders, contacts, opportunities and overrides of ${d.gone} go to ${d.keep}. Both rows stay in the Change history, and it can be undone.`,
    merged: (d: { keep: string; gone: string }) => `${d.gone} is merged into ${d.keep}.`,
    notDuplicate: 'Not a duplicate',
    apart: (d: { a: string; b: string }) => `${d.a} and ${d.b} will not be shown again.`,
    back: 'Back',
  },
  entryForm: {
    title: 'Entry standard',
    why: "What every customer's row must hold. Sheets then marks or refuses entries that break a rule.",
    parts: { rules: 'Rules', check: 'Check' },
    version: (d: { version: number; by: string; at: string }) => `Version ${d.version}, saved by ${d.by}, ${d.at}.`,
    unsaved:
      'Nobody has saved rules yet. This is what a team needs to begin: who it is, how to reach them, who looks after them.',
    askFuller: 'Require the fuller set',
    fullerHint: (fields: string[]) => `Requires ${listed(fields, 'and')} too.`,
    unchanged: 'Saved without a change.',
    broughtBack: (version: number) =>
      `The rules of version ${version} are in the form. Save and apply puts them in force.`,
    changed: (d: { field: string; before: string; after: string }) => `${d.field}: ${d.before} → ${d.after}`,
    listAdded: (d: { field: string; values: string[] }) => `${d.field}, list: added ${d.values.join(', ')}`,
    listRemoved: (d: { field: string; values: string[] }) => `${d.field}, list: removed ${d.values.join(', ')}`,
    refuses: (on: boolean): string =>
      on ? 'Entries that break a rule are refused' : 'Entries that break a rule are marked',
    tab: (name: string) => `Customers are in the tab "${name}".`,
    required: 'Required',
    optional: 'Optional',
    noRule: 'No rule',
    format: 'Must be',
    formats: {
      '': 'Anything',
      phone: 'Phone number',
      email: 'E-mail address',
      date: 'Date',
      number: 'Number',
      list: 'One of a list',
    },
    values: 'Allowed values, one a line',
    takeValues: 'Take those in the column',
    noValues: 'The column holds no text yet.',
    noColumn: 'No column yet: one is added.',
    strict: 'Refuse entries that break a rule',
    strictHint: 'Otherwise the cell is only marked.',
    apply: 'Save and apply',
    confirm: (d: { columns: string[]; sheet: string }) =>
      `Add ${counted(d.columns.length, 'column')} to "${d.sheet}" (${d.columns.join(', ')}) and put the rules in place of the data validation that is there?`,
    confirmRules: (sheet: string) =>
      `Put these rules in place of the data validation that the columns of "${sheet}" have?`,
    applied: (d: { columns: number; added: number }) =>
      `Saved. ${counted(d.columns, 'column')} checked on entry${d.added ? `, ${d.added} of them new` : ''}.`,
    note: 'Entry standard: ',
    help: {
      any: (d: EntryHelp) => `${d.column} is required.`,
      phone: (d: EntryHelp) => `${asked(d)} a phone number of 6 to 14 digits, such as 020 7946 0958.`,
      email: (d: EntryHelp) => `${asked(d)} one e-mail address, such as ann@example.com.`,
      date: (d: EntryHelp) => `${asked(d)} a date, such as 2026-03-31.`,
      number: (d: EntryHelp) => `${asked(d)} a number alone, without words or units.`,
      list: (d: EntryHelp & { values: readonly string[]; of: number }) =>
        d.of > d.values.length
          ? `${asked(d)} one of the ${d.of} values of its list: ${d.values.join(', ')} …`
          : `${asked(d)} ${listed(d.values, 'or')}.`,
    },
    saving: 'Saving the rules and putting them onto the columns…',
    checking: 'Going through the rows…',
    check: 'Check now',
    checkWhy: 'Counts what is missing and wrong; changes nothing.',
    customers: 'Customers',
    complete: 'Complete',
    share: 'Completeness',
    wrong: 'Wrong',
    missing: 'Missing',
    byField: 'By field',
    byOwner: 'By owner',
    field: 'Field',
    owner: 'Owner',
    noOwner: '(no owner)',
    next: 'What to fill next',
    nextWhy: 'The highest tier first, in it the highest score.',
    nothingNext: 'Every row is complete and right.',
    lacks: (fields: string[]) => `Missing: ${fields.join(', ')}`,
    wrongCell: (d: { row: number; field: string; text: string }) => `Row ${d.row}, ${d.field}: "${d.text}"`,
    wrongWhy: {
      phone: 'not a phone number',
      email: 'not one e-mail address',
      date: 'not a date; write it as 2026-03-31',
      number: 'not a number',
      list: 'not in the list',
    },
    shownOf: (d: { shown: number; of: number }) => `The first ${d.shown} of ${d.of}.`,
    writeColumn: 'Write the column Completeness',
    written: (d: { sheet: string; customers: number }) =>
      `The completeness of ${counted(d.customers, 'customer')} is in the tab "${d.sheet}".`,
  },
  workspaceForm: {
    title: 'Workspace and sync',
    why: 'Surveys, complaints and published KPIs are kept in a workspace, so that they are counted exactly and nothing is lost. Scoring needs none.',
    isCopy: (workspace: string) =>
      `This spreadsheet is a copy of one that belongs to the workspace "${workspace}". Nothing of it is sent until you choose: the same workspace, where its customers and answers count too, or a new one.`,
    joinOriginal: (workspace: string) => `Use "${workspace}" here too`,
    signIn: 'Sign in and create the workspace',
    connected: (name: string) => `This spreadsheet belongs to the workspace ${name}.`,
    sync: 'Sync customers',
    syncWhy:
      'Sends id, name, tier, owner and segment of every customer, so that surveys and complaints can be broken down by them. Running it again changes only what has changed.',
    customerTab: 'Customers are in',
    progress: (d: { done: number; total: number }) => `${d.done} of ${d.total} rows`,
    stopped: 'Stopped. What was sent stays; run it again to send the rest.',
    done: (d: { added: number; changed: number; unchanged: number; rejected: number }) =>
      `${d.added} added, ${d.changed} changed, ${d.unchanged} as before${d.rejected ? `, ${d.rejected} rejected` : ''}.`,
    language: 'Language',
    languageOf: 'Menu, forms and messages in',
    languageHint: 'For you alone, in all of your spreadsheets; tabs that you have made are named in it too.',
    languageOfAccount: 'As my Google account',
    languages: { en: 'English', 'zh-CN': '简体中文' },
    rejectedRow: (d: { row: number; reason: string }) => `Row ${d.row}: ${d.reason}`,
  },
  surveyTemplate: {
    nps: 'How likely are you to recommend us to a friend or colleague?',
    satisfaction: {
      productQuality: 'How satisfied are you with the quality of our products?',
      serviceAttitude: 'How satisfied are you with how our people treat you?',
      responseSpeed: 'How satisfied are you with how fast we respond?',
    },
    dimensions: {
      nps: 'NPS',
      productQuality: 'Product quality',
      serviceAttitude: 'Service attitude',
      responseSpeed: 'Response speed',
    },
    comment: 'What could we do better?',
  },
  surveyPage: {
    language: 'English',
    optional: 'optional',
    required: 'needs an answer',
    send: 'Send',
    sendChange: 'Send the change',
    severalWrong: 'Something is still missing or wrong. Nothing that you gave is lost.',
    wrongTitle: (title: string) => `Please check: ${title}`,
    onlyIf: (d: { place: number; answers: string[] }) =>
      `Only if your answer to question ${d.place} is ${listed(d.answers, 'or')}.`,
    range: (d: { low: number; high: number }) => (d.low === d.high ? `${d.low}` : `${d.low} to ${d.high}`),
    prefilled: 'The answer that you pressed in the message is chosen. It is sent when you press the button at the end.',
    answeredOn: (day: string) => `You answered on ${day}. You can change your answer until the survey closes.`,
    meanwhile:
      'Another answer was sent with this link meanwhile. Where it differs, it is shown below. Send again, and it is replaced by what you chose here.',
    stored: (answer: string) => `Received so far: ${answer}`,
    noAnswer: 'no answer',
    ends: {
      nps: ['Not at all likely', 'Extremely likely'],
      csat: ['Very dissatisfied', 'Very satisfied'],
      ces: ['Very difficult', 'Very easy'],
    },
    several: 'Choose all that apply.',
    thanksTitle: 'Thank you',
    thanks: 'Your answer has been received. You can close this page.',
    canChange: 'Until the survey closes you can change your answer with the same link.',
    seeAnswer: 'See or change my answer',
    changedTitle: 'Your answer has been changed',
    changes: 'This is what changed:',
    change: (d: { before: string; after: string }) => `${d.before} → ${d.after}`,
    goneTitle: 'This page is not available',
    gone: 'The link is not complete or no longer valid, or the survey has ended. Please ask whoever sent it to you.',
    waitTitle: 'Please wait a moment',
    tooLongTitle: 'This is too long',
    failed: 'Something went wrong and your answer was not received. Go back and send it again.',
  },
  limits: { low: 'Low', high: 'High' },
  api: {
    internal: (requestId: string) => `Something went wrong on our side. Try again; if it stays, report ${requestId}.`,
  },
  surveyForm: {
    otherGroups: '(small groups together)',
    title: 'Surveys',
    none: 'No surveys yet.',
    create: 'New survey',
    nameHint: 'Formulas name it: =TS_SURVEY("title")',
    questions: 'Questions',
    status: { draft: 'Not open yet', open: 'Open', closed: 'Closed' },
    open: 'Open and get the link',
    link: 'Public link',
    linkHint: 'Anyone who has this link can answer. Send it by e-mail, WeChat or SMS, or print it.',
    localLinkHint: 'In the workbench this link opens on this machine alone. Once deployed, it opens on any phone.',
    results: 'Results so far',
    noAnswers: 'No answers yet.',
    answers: (n: number) => `${n} answers`,
    figure: 'Figure',
    value: 'Value',
    n: 'n',
    interval: '95 % interval',
    putTable: 'Put NPS by tier at the selected cell',
    put: (cell: string) => `The formula is in ${cell}.`,
  },
  answerImport: {
    title: 'Import answers',
    why: 'From a tab, or the response tab of a Google Form: one row an answer. A row that is there already never counts twice.',
    tab: 'Tab',
    noTabs:
      'There is no tab with headings yet. Put the answers into a tab, or link the Google Form to this spreadsheet.',
    read: 'Read',
    reading: (d: { done: number; total: number }) => `Reading, ${d.done} of ${d.total} rows`,
    rowsRead: (d: { rows: number; columns: number }) => `${counted(d.rows, 'row')}, ${counted(d.columns, 'column')}`,
    noRows: 'There are no rows under the headings. Choose another tab.',
    sorted: 'Somebody changed the tab while it was read. Read it again.',
    interrupted: (d: { tab: string; at: string; done: number; of: number }) =>
      `The import of "${d.tab}" (${d.at}) stopped at ${d.done} of ${counted(d.of, 'answer')}. Go on, and the rest is sent.`,
    goOn: 'Go on',
    questions: 'Questions',
    about: 'Date, customer, channel',
    facts: 'Tier, owner, segment',
    recognised: (d: { known: number; of: number }) => `${d.known} of ${d.of}`,
    columnsWhy: 'Recognised by heading, and remembered once you import. Change what is wrong.',
    factsWhy:
      'As they were when the answer was given. Where a row says nothing, those that its customer has now are kept.',
    parts: { date: 'Date', customer: 'Customer', channel: 'Channel', tier: 'Tier', owner: 'Owner', segment: 'Segment' },
    noColumn: '(no column)',
    example: (text: string) => `e.g. ${text}`,
    by: 'Customers are named by',
    bys: { customerId: 'Customer ID', customer: 'Name', email: 'E-mail', phone: 'Phone' },
    byHint: {
      customerId: 'Ids are kept as they are, in the customer file or not.',
      customer: 'Whom the customer file does not have counts without a customer.',
      email: 'Whom the customer file does not have counts without a customer. Addresses are not sent.',
      phone: 'Whom the customer file does not have counts without a customer. Numbers are not sent.',
    },
    cameBy: 'All came by',
    cameByElse: 'Where it is blank, by',
    channels: {
      import: 'Import',
      email: 'E-mail',
      phone: 'Phone',
      visit: 'Visit',
      wechat: 'WeChat',
      interview: 'Interview',
      review: 'Online review',
    },
    apart: "Kept apart: not counted among the survey's own figures.",
    needDate: 'Choose the column that says when each answer was given.',
    needQuestion: 'Choose a column for at least one question.',
    preview: 'Preview',
    checking: (d: { done: number; total: number }) => `Looking what is there, ${d.done} of ${d.total}`,
    rows: 'Rows',
    taken: 'To import',
    known: 'There already',
    rejected: 'Rejected',
    sample: 'How rows are read',
    row: (row: number) => `Row ${row}`,
    noCustomer: 'no customer',
    strangers: (d: { rows: number; isKept: boolean }) =>
      `${counted(d.rows, 'row')} to import ${d.rows === 1 ? 'names' : 'name'} a customer that the customer file does not have, and ${d.isKept ? 'will keep that id' : `${d.rows === 1 ? 'counts' : 'count'} without one`}.`,
    answer: (d: { question: string; answer: string }) => `${d.question}: ${d.answer}`,
    earlier: (n: number) =>
      `${counted(n, 'row')} ${n === 1 ? 'was' : 'were'} imported with other columns before, and ${n === 1 ? 'stays' : 'stay'} as then. To read them anew, delete these answers first.`,
    nothing: 'There is nothing to import: every row is there already or rejected.',
    importCount: (n: number) => `Import ${counted(n, 'answer')}`,
    sending: (d: { done: number; total: number }) => `${d.done} of ${counted(d.total, 'answer')}`,
    stopped: (d: { done: number; total: number }) =>
      `Stopped at ${d.done} of ${counted(d.total, 'answer')}. What is counted stays; go on whenever you like.`,
    account: (d: { taken: number; known: number; rejected: number }) =>
      `${counted(d.taken, 'answer')} counted, ${d.known} ${d.known === 1 ? 'was' : 'were'} there already, ${d.rejected} rejected.`,
    writeRejected: 'Write the rejected rows to a tab',
    rejectedTab: 'Rejected answers',
    rejectedHeader: { row: 'Row', why: 'Why' },
    written: (tab: string) => `They are in the tab "${tab}".`,
    done: 'Done',
    back: 'Back',
    reasons: {
      noDate: 'The date is blank. Fill it in.',
      nothing: 'No question is answered.',
      ambiguousDate: (text: string) => `The date "${text}" could be day first or month first. Write it as 2024-12-31.`,
      notDate: (text: string) => `"${text}" is not a date. Write it as 2024-12-31.`,
      ahead: (day: string) => `${day} lies in the future. Correct the date.`,
      fitsTwo: (customers: readonly string[]) => `It fits several customers: ${customers.join(', ')}. Give it an id.`,
      tooLong: (d: { part: string; most: number }) => `${d.part} has more than ${d.most} characters. Shorten it.`,
      scale: (d: { question: string; text: string; low: number; high: number }) =>
        `${d.question}: "${d.text}" is not a whole number from ${d.low} to ${d.high}.`,
      option: (d: { question: string; text: string }) => `${d.question}: "${d.text}" is not one of the options.`,
      length: (d: { question: string; most: number }) => `${d.question}: the text has more than ${d.most} characters.`,
      required: (question: string) => `${question}: an answer is needed.`,
    },
  },
  customerForm: {
    title: 'Customer',
    parts: { page: 'Customer', find: 'Find', all: 'All customers' },
    pickRow: 'Select a row with a customer, in the customer tab or in any tab with customer IDs.',
    showSelected: 'Show selected row',
    follow: 'Follow the selection',
    tier: 'Tier',
    noTier: 'No tier yet',
    score: 'Score',
    why: 'Why this tier',
    byHand: (d: { tier: string; reason: string }) => `Set to ${d.tier} by hand: ${d.reason}`,
    nextIs: (day: string) => `Next contact: ${day}`,
    noNext: 'none planned',
    dueToday: 'today',
    overdue: (days: number) => `${counted(days, 'day')} overdue`,
    classes: { lifecycle: 'Life cycle', value: 'Value', need: 'Need' },
    notClassified: 'Not classified yet.',
    classify: 'Classify all customers',
    facts: 'Facts',
    noFacts: 'No other column is filled.',
    orders: 'Orders',
    noOrdersTab: 'There is no tab with orders. "Set up" makes one, or takes the one that you have.',
    noOrders: 'No orders yet.',
    total: 'Total',
    lastOrder: 'Last order',
    since: (day: string) => `since ${day}`,
    unread: (n: number) =>
      n === 1
        ? 'One order is not in the sums: its date or amount cannot be read. Correct it.'
        : `${n} orders are not in the sums: their date or amount cannot be read. Correct them.`,
    chart: (d: { from: string; to: string; most: string; month: string }) =>
      `Value of orders by month, ${d.from} to ${d.to}. The most was ${d.most} in ${d.month}.`,
    month: (d: { month: string; value: string }) => `${d.month}: ${d.value}`,
    contacts: 'Contacts',
    noContacts: 'No contact is logged yet.',
    latestOf: (d: { shown: number; of: number }) => `The latest ${d.shown} of ${d.of}.`,
    voice: 'Surveys and complaints',
    noWorkspace: 'Connect a workspace to see survey answers and complaints here.',
    noVoice: 'No survey answer and no complaint yet.',
    nps: (score: number) => `NPS ${score}`,
    moreVoice: 'Older ones are not shown.',
    due: (time: string) => `due ${time}`,
    closedOn: (day: string) => `closed ${day}`,
    tierHistory: 'Tier history',
    noTierHistory: 'No change of tier is recorded yet.',
    moved: (d: { from: string; to: string }) => `${d.from} → ${d.to}`,
    stayed: (tier: string) => `${tier}, as before`,
    firstTier: (tier: string) => `First tier: ${tier}`,
    leftFile: (tier: string) => `${tier}, then out of the file`,
    scores: (d: { from: string; to: string }) => `Score ${d.from} → ${d.to}`,
    log: 'Log contact',
    saving: 'Saving the contact…',
    whyBusy: 'Counting from the tabs…',
    logFor: (name: string) => `Contact with ${name}`,
    day: 'Contact date',
    channel: 'Channel',
    purpose: 'Purpose',
    outcome: 'Outcome',
    note: 'Note',
    next: 'Next contact',
    nextHint: 'Leave blank if none is planned.',
    other: 'Other…',
    choose: '(choose)',
    typeOther: (label: string) => `${label}, in your words`,
    channels: { visit: 'Visit', phone: 'Phone', email: 'E-mail', wechat: 'WeChat', event: 'Event' },
    purposes: {
      followUp: 'Follow-up',
      callBack: 'Call-back',
      offer: 'Offer',
      service: 'Service',
      greeting: 'Greeting',
    },
    outcomes: { interested: 'Interested', settled: 'Settled', noAnswer: 'No answer', notInterested: 'Not interested' },
    logged: (d: { id: string; name: string }) => `The contact with ${d.name} is logged as ${d.id}.`,
    search: 'Name, ID, e-mail, phone or owner',
    filters: 'Filters',
    filterNames: {
      tier: 'Tier',
      owner: 'Owner',
      source: 'Source',
      lifecycleStage: 'Life-cycle stage',
      valueClass: 'Value class',
      needs: 'Needs class',
    },
    any: 'Any',
    overdueOnly: 'Next contact is overdue',
    find: 'Find',
    found: (d: { found: number; of: number; shown: number }) =>
      d.found > d.shown
        ? `${d.found} of ${counted(d.of, 'customer')}, the first ${d.shown} here.`
        : `${d.found} of ${counted(d.of, 'customer')}.`,
    nobodyYet: 'No customers yet. Enter them in the customer tab, or import them under "Customer file".',
    nobody: 'Nobody is found. Try fewer words, or fewer filters.',
    three: 'Three classifications',
    threeWhy:
      'By life cycle from the orders, by value, and by need. A needs class that somebody wrote stays; a blank one becomes the product on which the customer spent most.',
    valueBy: 'Value by',
    byAbc: 'What was ordered in all (A, B, C)',
    byTier: 'Tier',
    needFilter: 'Needs class',
    crossTable: (asOf: string) => `Customers by life cycle and value, as of ${asOf}`,
    stage: 'Life cycle',
    sum: 'Sum',
    noClass: '(none)',
    counting: 'Counting the customers…',
    writing: 'Writing the classes of every customer…',
    write: 'Write classifications',
    overwrite: (d: { header: string; cells: number }) =>
      `The column "${d.header}" holds other words in ${counted(d.cells, 'cell')}. Overwrite them?`,
    overwriteYes: 'Overwrite',
    written: (d: { sheet: string; customers: number }) =>
      `The three classes of ${counted(d.customers, 'customer')} are in the tab "${d.sheet}".`,
    updateFacts: 'Update customer facts',
    factsTitle: 'Facts from surveys and complaints',
    factsWhy:
      'Writes Latest NPS, Satisfaction, Last answer and Complaints (twelve months) of every customer, so that a scoring standard can count them. Who never answered stays blank, or as your team filled it in.',
    factsAsk: (d: { header: string; cells: number }) =>
      `The column "${d.header}" already holds ${counted(d.cells, 'cell')}. Overwrite those of customers who answered or complained? The others stay.`,
    progress: (d: { done: number; total: number }) => `${d.done} of ${d.total} rows`,
    stopped: 'Stopped. What was written stays; update again to write the rest.',
    updated: (d: { answered: number; withComplaints: number }) =>
      `Done: ${counted(d.answered, 'customer')} answered a survey, ${d.withComplaints} complained.`,
  },
  complaintForm: {
    title: 'Complaints',
    forCustomer: 'For the selected customer',
    noCustomer: 'Select a row of the customer tab, then take it over.',
    takeSelected: 'Take the selected row',
    kind: 'Kind',
    kinds: { enquiry: 'Enquiry', complaint: 'Complaint', suggestion: 'Suggestion', praise: 'Praise' },
    channel: 'Channel',
    channels: {
      hotline: 'Hotline',
      chat: 'Online chat',
      suggestion_box: 'Suggestion box',
      social: 'Social media',
      email: 'E-mail',
      visit: 'Visit',
      survey: 'Survey',
    },
    severity: 'Severity',
    severities: { low: 'Low', normal: 'Normal', high: 'High', critical: 'Critical' },
    category: 'Category',
    wanted: 'What the customer wants',
    log: 'Log it',
    logged: (d: { number: string; due: string }) => `${d.number} is logged. To be resolved by ${d.due}.`,
    list: 'Not closed yet',
    nothingOpen: 'Nothing is open.',
    refresh: 'Refresh',
    due: 'Resolve by',
    firstResponseDue: 'First response by',
    tier: 'Tier when received',
    history: 'History',
    say: 'Text for this step',
    states: {
      received: 'Received',
      acknowledged: 'Acknowledged',
      in_progress: 'In progress',
      waiting: 'Waiting for the customer',
      resolved: 'Resolved',
      feedback: 'Feedback asked',
      closed: 'Closed',
      reopened: 'Reopened',
    },
    actions: {
      acknowledge: 'Acknowledge',
      start: 'Start work',
      wait: 'Wait for the customer',
      resume: 'Go on',
      resolve: 'Resolve',
      ask_feedback: 'Ask for feedback',
      close: 'Close',
      reopen: 'Reopen',
      note: 'Add a note',
      reply: 'Reply to the customer',
      assign: 'Assign',
      change_severity: 'Change severity',
    },
    clock: { ok: 'in time', at_risk: 'at risk', breached: 'breached', met: 'met', paused: 'paused' },
  },
  fields: {
    customerId: 'Customer ID',
    orderDate: 'Order date',
    amount: 'Amount',
    teamName: 'Name of your team',
    surveyTitle: 'Title of the survey',
    whatHappened: 'What happened',
  },
  standardWords: {
    indicator: 'Indicator',
    tier: 'Tier',
    setting: 'Setting',
    method: 'Points',
    PERCENTRANK: 'By rank',
    MINMAX: 'By distance',
    cut: 'Tiers by',
    SCORE: 'Least score',
    SHARE: 'Per cent of customers below',
    product: 'Only this product',
    probability: 'Least purchase probability',
    collectDays: 'Most days to collect',
    note: 'Note',
  },
  scores: {
    orders: {
      recency: 'Days since the last order',
      frequency: 'Number of orders',
      monetary: 'Total of orders',
      products: 'Different products ordered',
      collectDays: 'Days to collect',
      potential: 'Potential value: orders expected in 12 months',
      probability: 'Probability to order in 12 months',
    },
    contacts: { contacts: 'Contacts in 12 months', service: 'Service contacts in 12 months' },
    opportunities: { open: 'Potential value: open opportunities' },
    scoreBy: (standard: string) => `Score (${standard})`,
    tierBy: (standard: string) => `Tier (${standard})`,
    firstStandard: 'Customer value',
    score: 'Score',
    tier: 'Tier',
  },
  sync: {
    idTooLong: (most: number) => `The customer's id is over ${most} characters. Shorten it.`,
    sameIdAs: (row: number) => `Row ${row} has the same customer id. Keep one of them.`,
  },
  kpi: {
    title: 'KPI sheet',
    why: 'A tab with values that everyone sees, with or without Tiersheet, and a stamp that says as of when.',
    sheetName: 'KPI sheet',
    survey: 'Survey to show',
    noSurvey: 'No survey',
    customerTab: 'Customers are in',
    orderTab: 'Orders are in',
    build: 'Build KPI sheet',
    refresh: 'Refresh now',
    hourly: 'Refresh it every hour',
    built: (d: { sheet: string; asOf: string }) => `The tab "${d.sheet}" shows figures as of ${d.asOf}.`,
    notBuilt: 'There is no KPI sheet yet.',
    asOf: (d: { asOf: string; by: string; lastOrder: string }) =>
      `As of ${d.asOf}${d.by ? `, refreshed by ${d.by}` : ''}. Orders up to ${d.lastOrder}.`,
    backendAway: (reason: string) => `Survey and complaint figures could not be read: ${reason}`,
    customers: 'Customers',
    active: (n: number) => `${n} ordered in the last 90 days`,
    revenue: 'Revenue, 365 days',
    revenueBefore: (d: { change: string }) => `${d.change} against the 365 days before`,
    noRevenueBefore: 'no orders in the 365 days before',
    repeatRate: 'Repeat-purchase rate',
    repeatRateNote: 'customers with two orders or more',
    openComplaints: 'Open complaints',
    overdue: (n: number) => `${n} breached`,
    onTimeRate: 'Complaints on time',
    onTimeNote: 'resolved within target',
    noneResolved: 'none resolved yet',
    interval: (d: { n: number; low: string; high: string }) => `n ${d.n}, 95 %: ${d.low} to ${d.high}`,
    tierTable: 'Customers by tier',
    ownerTable: 'Customers by owner',
    monthTable: 'Revenue by month',
    npsTable: (survey: string) => `NPS by tier: ${survey}`,
    columns: {
      tier: 'Tier',
      owner: 'Owner',
      customers: 'Customers',
      share: 'Share',
      revenue: 'Revenue, 365 days',
      month: 'Month',
      monthRevenue: 'Revenue',
      orders: 'Orders',
      n: 'Answers',
      nps: 'NPS',
      low: 'Low',
      high: 'High',
    },
    none: '(none)',
  },
  functionsForm: {
    title: 'Functions',
    search: 'Search',
    searchHint: 'A name or a word, in English or Chinese: churn, 流失, segment',
    nothing: 'No function speaks of this. Try another word.',
    example: 'Example',
    typedInto: (cell: string) => `Typed into ${cell}`,
    liveExample: 'The answer comes from your workspace.',
    gives: 'Gives back',
    givesBack: (what: string) => `Gives back: ${what}`,
    use: 'On your own data',
    tab: 'Columns are in',
    takeSelection: 'Take the selected columns',
    through: (parameter: string) => `${parameter}, last column`,
    leftOut: '(left out)',
    choose: '(choose a column)',
    typeIt: 'Type it …',
    typed: (parameter: string) => `${parameter}, typed`,
    typedHint: 'A number, a text, a list such as {60,80}, or a cell such as Setup!B1',
    options: 'Options',
    try: 'Try it',
    missing: (parameters: string[]) => `Still to fill in: ${parameters.join(', ')}.`,
    tried: (d: { rows: number; columns: number; shown: number }) =>
      d.shown < d.rows
        ? `The first ${d.shown} of ${d.rows} rows, ${counted(d.columns, 'column')}. Nothing is written yet.`
        : `${counted(d.rows, 'row')}, ${counted(d.columns, 'column')}. Nothing is written yet.`,
    insertTitle: 'Into the sheet',
    where: 'Where',
    places: {
      customers: 'Beside my customers, one column',
      beside: 'Beside these columns',
      selected: 'At the selected cell',
      newTab: 'On a new tab',
    },
    customerTab: 'Customers are in',
    customerColumn: 'Column to show',
    customersWhy: 'Each customer is looked up by id, so the column stays right when the tab is sorted.',
    insert: 'Insert the formula',
    inserted: (cell: string) => `The formula is in ${cell}.`,
    insertedBeside: (d: { cell: string; header: string; found: number; customers: number }) =>
      `The column "${d.header}" begins in ${d.cell}. ${d.found} of ${counted(d.customers, 'customer')} found${d.found < d.customers ? '; the others stay blank' : ''}.`,
  },
  live: {
    reached: 'Up to date',
    awaySince: (time: string) => `Not reached since ${time}: figures are the last known`,
  },
}
