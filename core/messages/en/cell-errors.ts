import { type CellPlace, type CellText, counted, listed, type Place, place } from '../phrases.ts'

/** What a formula says in its cell where it cannot take what it was given. */
export const cellErrors = {
  errors: {
    lookupAlike: (d: { id: string; other: string }) =>
      `A lookup cannot tell customer "${d.id}" from "${d.other}". Write one of them as the other if they are the same, or rename one.`,
    argumentMissing: (d: { argument: string }) => `${d.argument} is missing. Give a range or a value.`,
    argumentBlank: (d: { argument: string }) => `${d.argument} has nothing in it. Fill it in, or choose another range.`,
    notOneColumn: (d: { argument: string; columns: number }) =>
      `${d.argument} has ${counted(d.columns, 'column')}. Give one column.`,
    notOneValue: (d: { argument: string }) => `${d.argument} is a range. Give one value.`,
    sizesDiffer: (d: { argument: string; rows: number; other: string; otherRows: number }) =>
      `${d.argument} has ${counted(d.rows, 'row')}, ${d.other} has ${d.otherRows}. Give ranges of the same size.`,
    cellBlank: (d: CellPlace) => `${d.argument} has nothing in row ${d.row}. Fill it in, or clear the whole row.`,
    listGap: (d: Place) => `there is nothing ${place(d)}, but something after it. Fill it in.`,
    notNumber: (d: CellText) => `"${d.text}" ${place(d)} is not a number. Enter it as a number.`,
    ambiguousNumber: (d: CellText) =>
      `"${d.text}" ${place(d)} is text, and its comma or dot could mark thousands or decimals. Enter it as a number.`,
    notId: (d: CellText) => `"${d.text}" ${place(d)} is not a name. Use text or a number.`,
    notDate: (d: CellText) => `"${d.text}" ${place(d)} is not a date. Use dates or 2024-12-31.`,
    ambiguousDate: (d: CellText) =>
      `"${d.text}" ${place(d)} could be day-first or month-first. Use dates or 2024-12-31.`,
    asOfBeforeOrders: (d: { asOf: string; first: string }) =>
      `as_of (${d.asOf}) is before the first order (${d.first}). Give a later day, or leave its place between the commas empty.`,
    notChoice: (d: { argument: string; text: string; choices: readonly string[] }) =>
      `"${d.text}" is no ${d.argument}. Use ${listed(d.choices, 'or')}.`,
    notWithin: (d: CellText & { low: number; high: number }) =>
      `${d.text} ${place(d)} is not between ${d.low} and ${d.high}. Correct it.`,
    notAtLeast: (d: CellText & { least: number }) => `${d.text} ${place(d)} is less than ${d.least}. Correct it.`,
    notAbove: (d: CellText & { limit: number }) => `${d.text} ${place(d)} is not above ${d.limit}. Correct it.`,
    notWhole: (d: CellText) => `${d.text} ${place(d)} is not a whole number. Correct it.`,
    inPercent: (d: CellText & { share: number }) =>
      `${d.text} ${place(d)} is too large. Write ${Math.round(100 * d.share)} % as ${d.share}.`,
    notCount: (d: CellText) =>
      `${d.text} ${place(d)} is not a whole number. Give how many there were, not their share.`,
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
    weightsAllZero: () => 'all weights are 0. Make at least one of them larger.',
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
    partOverWhole: (d: { part: string; whole: string; row: number }) =>
      `${d.part} is more than ${d.whole} in row ${d.row}. Correct one of them.`,
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
  },
}
