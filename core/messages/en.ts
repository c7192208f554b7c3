import type { ComplaintState } from '../complaint/complaint.ts'
import type { ComplaintEvent } from '../complaint/complaint-event.ts'
import type { ComplaintAction } from '../complaint/complaint-moves.ts'

import { fieldWord } from './field-words.ts'
import { type CellPlace, type CellText, counted, listed, place } from './phrases.ts'

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
    unauthorised: () => 'Sign in again: the request carried no valid token or key.',
    forbidden: () => 'You may not do this in this workspace. Ask one of its administrators.',
    notFound: () => 'There is nothing here. Check the address and the id.',
    operationReused: () => 'This Idempotency-Key was used before for another request. Use a new one.',
    stale: () => 'Somebody else changed this meanwhile. Load it again and repeat your change.',
    bodyTooLarge: (d: { megabytes: number }) => `The request is over ${d.megabytes} MB. Send it in smaller parts.`,
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
    surveyLocked: () =>
      'The questions can no longer be changed: the survey has been answered. Make a new survey instead.',
    surveyUnknown: (d: { survey: string }) => `There is no survey "${d.survey}". Check its title.`,
    surveyAmbiguous: (d: { survey: string }) => `Several surveys are called "${d.survey}". Use the survey's id.`,
    optionsMissing: (d: { place: number }) => `Question ${d.place} has no options to choose from. Add at least two.`,
    optionsForbidden: (d: { place: number }) => `Question ${d.place} is not a choice. Leave its options out.`,
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
    spanEmpty: () => 'The last day is before the first. Swap them.',
    valueWithoutBy: () => 'A value is given, but not of what. Give "by" as well.',
    shareBy: () => 'SHARE is a table already. Give a value to break it down by, or leave "by" out.',
    tooManyAnswers: (d: { most: number }) =>
      `More than ${d.most} answers lie in this span. Narrow it with a first and a last day.`,
    noInvitations: () => 'Nobody was invited by a link of their own, so that no response rate can be known.',
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
    noCustomers: (d: { sheet: string }) => `The tab "${d.sheet}" has no customers. Add rows under its header.`,
    sameCustomerTwice: (d: { sheet: string; customer: string; rows: string }) =>
      `The tab "${d.sheet}" has customer ${d.customer} in rows ${d.rows}. Keep one of them.`,
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
  scoreForm: {
    title: 'Score and tier',
    customerTab: 'Customers are in',
    orderTab: 'Orders are in',
    noOrders: 'No orders',
    indicators: 'Indicators and weights',
    noIndicators: 'No column of this tab holds numbers or dates. Choose another tab, or one with orders.',
    weightOf: (indicator: string) => `Weight of ${indicator}`,
    directionOf: (indicator: string) => `Which is better for ${indicator}`,
    higherIsBetter: 'Higher is better',
    lowerIsBetter: 'Lower is better',
    method: 'How values become points',
    percentRank: 'By rank among all customers (0 to 100)',
    minMax: 'By distance from lowest to highest (0 to 100)',
    tiers: 'Tiers and their least score',
    tierName: (place: number) => `Name of tier ${place}, counted from the lowest`,
    tierFrom: (tier: string) => `Least score of tier ${tier}`,
    theRest: 'the rest',
    addTier: 'Add a tier above',
    removeTier: 'Remove the highest',
    tier: 'Tier',
    customers: 'Customers',
    share: 'Share',
    changes: (d: { up: number; down: number; first: number }) =>
      `${d.up} go up a tier, ${d.down} go down, ${d.first} get their first.`,
    asOf: (day: string) => `Days since the last order are counted to ${day}, the day after the latest order.`,
    unscored: (n: number) => `${n} customers have no value for any indicator. Their score and tier stay blank.`,
    withoutCustomer: (n: number) => `${n} orders name a customer that is not in the customer tab. They are left out.`,
    stray: (d: { row: number; customer: string; day: string }) =>
      `The order of ${d.customer} in row ${d.row} is dated ${d.day}, more than a year after all others. Correct it if it is a slip: the recency of every customer is counted from the last order.`,
    lookAlikes: (pairs: { id: string; other: string }[]) =>
      `Alike but for case or spaces, and counted as different customers: ${pairs.map(({ id, other }) => `"${id}" and "${other}"`).join(', ')}. Write one of them as the other if they are the same.`,
    apply: 'Write Score and Tier',
    written: (d: { sheet: string; customers: number }) =>
      `Score and Tier of ${d.customers} customers are in the tab "${d.sheet}".`,
  },
  form: {
    loading: 'Loading…',
    working: 'Working…',
    preview: 'Preview',
    create: 'Create',
    cancel: 'Cancel',
    back: 'Back',
    stop: 'Stop',
    copy: 'Copy',
    copied: 'Copied',
    severalAccounts:
      'Google refused because this browser is signed in to several accounts. Sign out of the others, or open the spreadsheet in a private window.',
  },
  menu: {
    ScoreAndTier: 'Score and tier',
    Surveys: 'Surveys',
    Complaints: 'Complaints',
    KpiSheet: 'KPI sheet',
    Functions: 'Functions',
    Workspace: 'Workspace and sync',
    enable: 'Enable in this spreadsheet',
    enabled: 'Tiersheet is enabled here. Type =TS_ in a cell to see its functions.',
  },
  workspaceForm: {
    title: 'Workspace and sync',
    why: 'Surveys, complaints and published KPIs are kept in a workspace, so that they are counted exactly and nothing is lost. Scoring needs none.',
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
    severalWrong: 'Something is still missing or wrong. Look at the marked questions; nothing that you gave is lost.',
    ends: {
      nps: ['Not at all likely', 'Extremely likely'],
      csat: ['Very dissatisfied', 'Very satisfied'],
      ces: ['Very difficult', 'Very easy'],
    },
    several: 'Choose all that apply.',
    thanksTitle: 'Thank you',
    thanks: 'Your answer has been received. You can close this page.',
    goneTitle: 'This page is not available',
    gone: 'The link is not complete or no longer valid. Please ask whoever sent it for a new one.',
    failed: 'Something went wrong and your answer was not received. Go back and send it again.',
  },
  limits: { low: 'Low', high: 'High' },
  api: {
    internal: (requestId: string) => `Something went wrong on our side. Try again; if it stays, report ${requestId}.`,
  },
  surveyForm: {
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
    importTitle: 'Import answers from a tab',
    importWhy: 'One row an answer. Sending the same rows again counts none of them twice.',
    answerTab: 'Answers are in',
    mapped: (d: { question: string; column: string }) => `${d.question}: column ${d.column}`,
    unmapped: (question: string) => `${question}: no column found, left out`,
    import: 'Import',
    progress: (d: { done: number; total: number }) => `${d.done} of ${d.total} rows`,
    imported: (d: { accepted: number; duplicate: number; rejected: number }) =>
      `${d.accepted} answers counted, ${d.duplicate} were there already, ${d.rejected} rejected.`,
    rejectedRow: (d: { row: number; reason: string }) => `Row ${d.row}: ${d.reason}`,
    stopped: 'Stopped. What was counted stays; import again to go on.',
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
  scores: {
    orders: { recency: 'Days since the last order', frequency: 'Number of orders', monetary: 'Total of orders' },
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
