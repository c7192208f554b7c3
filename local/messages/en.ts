import { sampleEn } from './sample-en.ts'

/** What the program on one machine says and shows besides the add-on. */
export const localEn = {
  ordersFile: {
    tabs: { orders: 'Orders', customers: 'Customers', rejected: 'Rejected rows', rfm: 'RFM' },
    headers: {
      orders: ['Order ID', 'Customer ID', 'Order date', 'Amount'],
      customers: ['Customer ID', 'First order', 'Last order', 'Orders', 'Revenue'],
      rejected: ['Line', 'Reason', 'Row'],
    },
    loaded: (d: { file: string; orders: number; customers: number }) =>
      `${d.file}: ${d.orders} orders of ${d.customers} customers.`,
    rejected: (d: { rows: number; tab: string }) => `${d.rows} rows were rejected; the tab "${d.tab}" says why.`,
    rejectedLine: (d: { line: number; reason: string }) => `Line ${d.line}: ${d.reason}`,
    repeatedIds: (d: { ids: number }) => `${d.ids} order ids stand in more than one row; each row counts as an order.`,
  },
  sample: sampleEn,
  workbench: {
    name: 'Tiersheet workbench',
    label: 'Local emulation, not Google Sheets',
    gapsTitle: 'What differs from Google Sheets',
    gaps: [
      'Formulas are calculated by another engine (Univer). It has no QUERY, SPLIT, SPARKLINE, JOIN, SORTN, COUNTUNIQUE, IMPORTRANGE nor GOOGLE... functions; ARRAYFORMULA gives back what it is given, since there every formula is one.',
      'An open range such as A2:A is kept as A2:A1000, down to the last row of its sheet, and grows with it. A function is given the rows down to the last used one.',
      'Only the Apps Script calls that Tiersheet makes are there. Any other stops the script with "is not emulated".',
      'Custom functions have 30 seconds as in Sheets, but no daily quota, and are calculated one after another.',
      'One person, in one tab at a time: no sharing, protection, version history, pictures, comments or data validation.',
      'Charts are drawn by the workbench, with few options. They stay where a script puts them.',
      'The grid sorts no selection that a spilled column is in: select the columns beside it.',
      'Timed refreshes run only while the workbench runs.',
      'You are signed in as a local test person. Nothing is sent to Google, and no e-mail leaves this computer.',
      'Dialogs and sidebars run in a frame without an origin: nothing is kept in the browser.',
    ],
    extensions: 'Extensions',
    language: 'Language',
    status: {
      opening: 'Opening…',
      saved: 'Saved',
      saving: 'Saving…',
      changed: 'Not yet saved',
      lost: 'Not connected. Trying again…',
    },
    running: (name: string) => `Running: ${name}`,
    failed: (name: string) => `${name} could not finish`,
    lostCall: 'The workbench is not connected. This is calculated again once it is.',
    lostRun: 'The workbench is not connected. Try again once it is.',
    takenOver: 'This workbook is open in another tab',
    takenOverHint: 'Your changes were saved. It can be open in one tab at a time.',
    useHere: 'Use it here',
    ok: 'OK',
    cancel: 'Cancel',
    yes: 'Yes',
    no: 'No',
    close: 'Close',
    noChartData: 'No data to draw',
  },
  start: {
    ready: (d: { url: string }) => `Tiersheet is ready: open ${d.url} in a browser. Ctrl+C ends it; your work is kept.`,
    loadedBefore: (d: { file: string; dir: string }) =>
      `${d.file} was loaded before: its workbook opens as you left it. To load it anew, delete the folder ${d.dir} first.`,
  },
}
