/** Everything that Sheets, the menu and the sidebar can call. What is not exported here stays hidden from them. */

// What the sidebar forms and the timed triggers call: each answers with plain data, or throws one sentence in the person's language.
export { actOnComplaint, complaint, logComplaint, openComplaints, selectedCustomer } from './form-calls/complaints.ts'
export { besideCustomers, functionsSetup, insertFunction, tryFunction } from './form-calls/functions.ts'
export {
  buildKpiSheet,
  kpiSetup,
  refreshKpiSheet,
  refreshKpiSheetOnTime,
  setKpiSheetHourly,
} from './form-calls/kpi-sheet.ts'
export { applyTiers, previewTiers, scoreSetup } from './form-calls/scores.ts'
export {
  answerColumns,
  createSurvey,
  importAnswerPage,
  listSurveys,
  openSurvey,
  putSurveyTable,
  surveySummary,
  surveyTemplate,
} from './form-calls/surveys.ts'
export { connectWorkspace, currentConnection, customerTabs, syncCustomerPage } from './form-calls/workspace.ts'
// Custom functions; each is documented, for the person in the cell, where it is written.
export { TS_CHURN_RISK } from './formulas/clv/churn-risk.ts'
export { TS_CLV } from './formulas/clv/clv.ts'
export { TS_CLV_FIT } from './formulas/clv/clv-fit.ts'
export { TS_CLV_RETENTION } from './formulas/clv/clv-retention.ts'
export { TS_CLV_SIMPLE } from './formulas/clv/clv-simple.ts'
export { TS_CLV_SUMMARY } from './formulas/clv/clv-summary.ts'
export { TS_COHORT } from './formulas/customers/cohort.ts'
export { TS_CUSTOMER_FLOW } from './formulas/customers/customer-flow.ts'
export { TS_LIFECYCLE } from './formulas/customers/lifecycle.ts'
export { TS_LOGISTIC } from './formulas/customers/logistic.ts'
export { TS_RETENTION_FORECAST } from './formulas/customers/retention-forecast.ts'
export { TS_RETENTION_RATE } from './formulas/customers/retention-rate.ts'
export { TS_SURVIVAL } from './formulas/customers/survival.ts'
export { TS_GOAL_PROGRESS } from './formulas/goals/goal-progress.ts'
export { TS_GOAL_ROLLUP } from './formulas/goals/goal-rollup.ts'
export { TS_KPI_SCORE } from './formulas/goals/kpi-score.ts'
export { TS_SALES_KPIS } from './formulas/goals/sales-kpis.ts'
// Live functions: these alone ask the backend.
export { TS_COMPLAINTS } from './formulas/live/complaints.ts'
export { TS_LIVE_STATUS } from './formulas/live/live-status.ts'
export { TS_SURVEY } from './formulas/live/survey.ts'
export { TS_ASSIGN } from './formulas/people/assign.ts'
export { TS_FUNNEL } from './formulas/people/funnel.ts'
export { TS_NEXT_CONTACT } from './formulas/people/next-contact.ts'
export { TS_RFM } from './formulas/rfm/rfm.ts'
export { TS_RFM_SCORE } from './formulas/rfm/rfm-score.ts'
export { TS_RFM_SEGMENT } from './formulas/rfm/rfm-segment.ts'
export { TS_SEGMENT_SUMMARY } from './formulas/rfm/segment-summary.ts'
export { TS_ABC_CLASS } from './formulas/scoring/abc-class.ts'
export { TS_AHP_WEIGHTS } from './formulas/scoring/ahp-weights.ts'
export { TS_COMPLETENESS } from './formulas/scoring/completeness.ts'
export { TS_NORMALIZE } from './formulas/scoring/normalize.ts'
export { TS_PARETO } from './formulas/scoring/pareto.ts'
export { TS_QUANTILE_TIER } from './formulas/scoring/quantile-tier.ts'
export { TS_TIER } from './formulas/scoring/tier.ts'
export { TS_TOPSIS } from './formulas/scoring/topsis.ts'
export { TS_SCORE_PARTS, TS_WEIGHTED_SCORE } from './formulas/scoring/weighted-score.ts'
export { TS_WEIGHTS } from './formulas/scoring/weights.ts'
export { TS_FORECAST_INTERVAL } from './formulas/statistics/forecast-interval.ts'
export { TS_TREND } from './formulas/statistics/trend.ts'
export { TS_CES } from './formulas/surveys/ces.ts'
export { TS_COMPARE } from './formulas/surveys/compare.ts'
export { TS_CSAT } from './formulas/surveys/csat.ts'
export { TS_NPS } from './formulas/surveys/nps.ts'
export { TS_NPS_GROUP } from './formulas/surveys/nps-group.ts'
export { TS_NPS_STATS } from './formulas/surveys/nps-stats.ts'
export { TS_RATE_CI } from './formulas/surveys/rate-ci.ts'

// The menu.
export {
  enableInThisSpreadsheet,
  onInstall,
  onOpen,
  showComplaints,
  showFunctions,
  showKpiSheet,
  showScoreAndTier,
  showSurveys,
  showWorkspace,
} from './menu.ts'
