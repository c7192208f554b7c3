import { counted } from '../phrases.ts'

/** What forms, tabs and files are told to have mended in them. */
export const sheetErrors = {
  errors: {
    statisticUnnamed: () => 'Give the statistic a name of 1 to 100 characters.',
    statisticBroken: (d: { part: string }) =>
      `The definition of this statistic cannot be read${d.part ? ` at "${d.part}"` : ''}. Choose it again in the form.`,
    statisticChanged: (d: { name: string }) =>
      `Somebody saved "${d.name}" meanwhile. Open it again to see the new version, then change that.`,
    statisticUnknown: (d: { id: string }) =>
      `There is no statistic ${d.id} in the tab of own statistics. It may have been removed.`,
    statisticNoSurvey: () => 'Choose the survey whose answers are counted.',
    statisticTooMany: (d: { most: number }) =>
      `More than ${d.most} rows lie in these days, which is more than one statistic can count. Add a condition on the date, such as this month or the last 90 days.`,
    statisticGrouping: (d: { field: string }) =>
      `Written answers cannot be grouped or measured (${d.field}): they may say who gave them. Use them in conditions.`,
    cellTaken: (d: { cell: string; rows: number; columns: number }) =>
      `The table needs ${counted(d.rows, 'row')} and ${counted(d.columns, 'column')} of empty cells from ${d.cell} on. Select another cell.`,
    noRoom: (d: { cell: string; rows: number; columns: number }) =>
      `The result needs ${counted(d.rows, 'row')} and ${counted(d.columns, 'column')} of empty cells from ${d.cell} on, outside of what it reads. Select another cell, or choose a new tab.`,
    noKpiSheet: () => 'There is no KPI sheet yet. Build it first.',
    noTiles: () => 'Choose at least one tile for the KPI sheet.',
    tooManyTiles: (d: { tiles: number; most: number }) =>
      `A KPI sheet has ${d.most} tiles at most, and these are ${d.tiles}.`,
    goalGone: (d: { goal: string }) => `The goal ${d.goal} is no longer in the goals tab. Open this form again.`,
    goalNeedsTarget: (d: { goal: string }) => `The goal ${d.goal} has no target. Give it one first, then hand it on.`,
    goalPartsApart: (d: { sum: number; target: number }) =>
      `The parts add up to ${d.sum}, but the goal's target is ${d.target}. Change the parts until they agree.`,
    goalPartAgainst: (d: { subject: string; target: number }) =>
      `The part of ${d.subject} would be ${d.target}: parts that are there come to more than the goal. Lower them first.`,
    goalPartBlank: (d: { subject: string }) => `The part of ${d.subject} has no target. Give it one, or leave it out.`,
    improvementGone: (d: { id: string }) =>
      `The action ${d.id} is no longer in the improvements tab. Open this form again.`,
    improvementCustomer: (d: { id: string }) =>
      `The customer file has no customer ${d.id}. Correct the id, or leave it blank.`,
    improvementNoFigure: () =>
      'This action has no figure, or no day since which it is in effect. Give it both under Edit, then check.',
    improvementNotYet: (d: { began: string }) =>
      `No day with data lies between ${d.began} and the last day to count. Choose a later one, or correct the first under Edit.`,
    improvementNoCases: () =>
      'One of the two spans of days has no cases, so there is nothing to compare. Check again later, or choose another figure.',
    improvementUnknown: (d: { figure: string }) => `Nobody knows the figure ${d.figure}. Choose another under Edit.`,
    goalOwnPart: () => 'A goal cannot be a part of itself or of its own parts. Choose another goal, or none.',
    entryFieldUnknown: (d: { field: string }) => `The entry standard knows no "${d.field}". Load the form again.`,
    entryListBlank: (d: { column: string }) =>
      `"${d.column}" takes listed values only, and its list is empty. Add values, or choose another format.`,
    entryListLong: (d: { column: string; most: number }) =>
      `The list of "${d.column}" has more than ${d.most} values. Shorten it.`,
    entryValueLong: (d: { column: string; text: string; most: number }) =>
      `"${d.text}…" in the list of "${d.column}" has more than ${d.most} characters. Shorten it.`,
    entryValueFormula: (d: { column: string; text: string }) =>
      `"${d.text}" in the list of "${d.column}" would be entered as a formula. Begin it with a letter or digit.`,
    dataFolderMissing: (d: { dir: string }) =>
      `There is no data in ${d.dir}. Name the folder that holds it with --data.`,
    dataFolderInUse: (d: { dir: string }) =>
      `Another process is using the data in ${d.dir}. End it first, or choose another folder.`,
    notAPort: (d: { value: string }) => `--port takes a number from 0 to 65535, not "${d.value}".`,
    notASampleSize: (d: { value: string }) => `--customers takes a number from 10 to 600, not "${d.value}".`,
    portInUse: (d: { port: number }) => `Port ${d.port} is taken. Choose another with --port, or 0 for any free one.`,
    unknownOption: (d: { option: string; options: string }) =>
      `"${d.option}" is not understood. The options are ${d.options}, each followed by a value.`,
    blankField: (d: { field: string }) => `${d.field} is blank. Fill it in.`,
    notConnected: () =>
      'This spreadsheet has no workspace yet; a copy is connected anew. Open Extensions > Tiersheet > Workspace and sync.',
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
      `"${d.standard}" is applied automatically. Choose "No, by hand only" under "Apply automatically", remove it, then choose as before.`,
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
    erasureOpen: (d: { customer: string }) =>
      `Erasing ${d.customer} was cut short. Open the customer form, let that go on, and then erase this one.`,
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
}
