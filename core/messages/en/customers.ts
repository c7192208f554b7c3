import { asked, counted, type EntryHelp, listed } from '../phrases.ts'

export const customers = {
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
      `Undo ${counted(d.changes, 'change')} (${d.what})? What somebody changed since stays as it is.`,
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
          ? ` It is read ${taken}, like most of the others: check that this is right.`
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
    writing: (d: { done: number; total: number }) =>
      `Writing the changes, ${Math.floor((100 * d.done) / Math.max(1, d.total))} %`,
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
    comparing: 'Comparing…',
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
}
