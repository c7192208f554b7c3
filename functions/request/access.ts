import type { Grant } from '../store/document-key.ts'
import type { Role } from '../store/workspace-key.ts'

/**
 * Who may call a route: anybody, whoever signed in, members of the workspace in the path, or keys of its spreadsheets.
 * A role also admits the roles above it: viewer, editor, admin. Of several grants of a key one is enough.
 */
export type Who = 'public' | 'person' | Role | { document: Grant | readonly Grant[] }

/**
 * The one table of who may call what, by operationId. A route that is not in it does not compile; a test walks the
 * description of the API and holds every route to its line. What depends on the thing itself, such as who may close a
 * complaint, is checked further by the route.
 */
export const access = {
  createWorkspace: 'person',
  listWorkspaces: 'person',
  renameWorkspace: 'admin',
  leaveWorkspace: 'person',

  listMembers: 'viewer',
  changeMember: 'admin',
  removeMember: 'admin',
  createInvitation: 'admin',
  listInvitations: 'admin',
  withdrawInvitation: 'admin',
  listOwnInvitations: 'person',
  acceptInvitation: 'person',
  declineInvitation: 'person',

  listDocumentKeys: 'editor',
  createDocumentKey: 'admin',
  renewDocumentKey: 'admin',
  revokeDocumentKey: 'admin',

  listAuditTrail: 'admin',
  verifyAuditTrail: 'admin',

  syncCustomers: 'editor',
  settleCustomers: 'editor',
  storedOfPerson: 'admin',
  exportPerson: 'admin',
  erasePerson: 'admin',
  customerTimeline: 'viewer',
  customerFacts: 'viewer',

  createSurvey: 'editor',
  updateSurvey: 'editor',
  openSurvey: 'editor',
  retentionEffect: 'admin',
  setRetention: 'admin',
  previewSurvey: 'editor',
  listSurveys: 'viewer',
  getSurvey: 'viewer',
  createLinks: 'editor',
  surveyFigures: 'viewer',
  surveyRecount: 'viewer',
  compareSurvey: 'viewer',

  importAnswers: 'editor',
  knownAnswers: 'editor',
  recordAnswer: 'editor',
  editAnswer: 'editor',
  deleteAnswer: 'editor',
  getAnswer: 'viewer',
  listAnswers: 'viewer',
  listComments: 'viewer',
  listFollowUps: 'editor',
  closeFollowUp: 'editor',

  readSurveyPage: 'public',
  submitAnswer: 'public',
  readFeedbackPage: 'public',
  submitFeedback: 'public',
  readComplaintPage: 'public',
  submitComplaint: 'public',

  createComplaint: 'editor',
  actOnComplaint: 'editor',
  likelyDuplicates: 'editor',
  handOverComplaints: 'editor',
  importComplaints: 'editor',
  knownComplaints: 'editor',
  getComplaint: 'viewer',
  listComplaints: 'viewer',
  complaintFigures: 'viewer',
  complaintReport: 'viewer',
  complaintRecount: 'viewer',
  getComplaintPolicy: 'viewer',
  setComplaintPolicy: 'admin',
  createComplaintLink: 'editor',
  getComplaintLink: 'editor',
  revokeComplaintLink: 'editor',

  statistic: 'viewer',

  createAudience: 'editor',
  listAudiences: 'editor',
  removeAudience: 'editor',
  unlinkSpreadsheet: 'editor',
  createAudienceCode: 'editor',
  redeemAudienceCode: 'person',
  publishKpi: 'editor',

  readKpi: { document: 'kpis' },
  readCells: { document: ['figures', 'kpis'] },
} as const satisfies Record<string, Who>

type Access = typeof access
export type OperationId = keyof Access

/** Whom a route's line admits. */
export type Admitted<Id extends OperationId> = Access[Id]

/** The same, where the route is any of them. */
export function whoMay(id: OperationId): Who {
  return access[id]
}
