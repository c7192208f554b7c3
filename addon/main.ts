/** Everything that Sheets, the menu and the sidebar can call. What is not exported here stays hidden from them. */

// What the sidebar forms and the hourly trigger call.
export {
  actOnComplaint,
  applyTiers,
  buildKpiSheet,
  complaint,
  connectWorkspace,
  createSurvey,
  currentConnection,
  customerTabs,
  kpiSetup,
  listSurveys,
  logComplaint,
  openComplaints,
  openSurvey,
  previewTiers,
  putSurveyTable,
  refreshKpiSheet,
  refreshKpiSheetOnTime,
  scoreSetup,
  selectedCustomer,
  setKpiSheetHourly,
  surveySummary,
  surveyTemplate,
  syncCustomerPage,
} from './form-calls.ts'
// Custom functions, in the order of docs and menus; each is documented, for the person in the cell, where it is written.
export { TS_RFM } from './formulas/rfm/rfm.ts'
export { TS_TIER } from './formulas/scoring/tier.ts'
export { TS_NPS } from './formulas/surveys/nps.ts'
// The menu.
export {
  enableInThisSpreadsheet,
  onInstall,
  onOpen,
  showComplaints,
  showKpiSheet,
  showScoreAndTier,
  showSurveys,
  showWorkspace,
} from './menu.ts'
