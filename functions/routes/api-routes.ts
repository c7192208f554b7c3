import type { Route } from '../request/route.ts'
import { answerChangeRoutes } from './answer-changes.ts'
import { audienceCodeRoutes } from './audience-codes.ts'
import { audienceRoutes } from './audiences.ts'
import { auditTrailRoutes } from './audit-trail.ts'
import { cellRoutes } from './cells.ts'
import { complaintChangeRoutes } from './complaint-changes.ts'
import { complaintDuplicateRoutes } from './complaint-duplicates.ts'
import { complaintFigureRoutes } from './complaint-figures.ts'
import { complaintLinkRoutes } from './complaint-links.ts'
import { complaintPolicyRoutes } from './complaint-policy.ts'
import { complaintRecountRoutes } from './complaint-recount.ts'
import { complaintRoutes } from './complaints.ts'
import { customerHistoryRoutes } from './customer-history.ts'
import { customerPrivacyRoutes } from './customer-privacy.ts'
import { customerRoutes } from './customers.ts'
import { documentKeyRoutes } from './document-keys.ts'
import { followUpRoutes } from './follow-ups.ts'
import { handOverRoutes } from './hand-over.ts'
import { importAnswerRoutes } from './import-answers.ts'
import { importComplaintRoutes } from './import-complaints.ts'
import { invitationRoutes } from './invitations.ts'
import { kpiRoutes } from './kpis.ts'
import { linkRoutes } from './links.ts'
import { listAnswerRoutes } from './list-answers.ts'
import { listCommentRoutes } from './list-comments.ts'
import { memberRoutes } from './members.ts'
import { recordAnswerRoutes } from './record-answer.ts'
import { statisticRoutes } from './statistics.ts'
import { surveyChangeRoutes } from './survey-changes.ts'
import { surveyComparisonRoutes } from './survey-comparison.ts'
import { surveyFigureRoutes } from './survey-figures.ts'
import { surveyRecountRoutes } from './survey-recount.ts'
import { surveyRetentionRoutes } from './survey-retention.ts'
import { surveyRoutes } from './surveys.ts'
import { workspaceRoutes } from './workspaces.ts'

/** What people, documents and other programs call. */
export const apiRoutes: Route[] = [
  ...workspaceRoutes,
  ...memberRoutes,
  ...invitationRoutes,
  ...customerRoutes,
  ...customerPrivacyRoutes,
  ...customerHistoryRoutes,
  ...documentKeyRoutes,
  ...surveyRoutes,
  ...surveyChangeRoutes,
  ...surveyRetentionRoutes,
  ...linkRoutes,
  ...surveyFigureRoutes,
  ...surveyRecountRoutes,
  ...importAnswerRoutes,
  ...recordAnswerRoutes,
  ...listAnswerRoutes,
  ...listCommentRoutes,
  ...surveyComparisonRoutes,
  ...answerChangeRoutes,
  ...followUpRoutes,
  ...complaintChangeRoutes,
  ...complaintDuplicateRoutes,
  ...handOverRoutes,
  ...importComplaintRoutes,
  ...complaintRoutes,
  ...complaintFigureRoutes,
  ...complaintRecountRoutes,
  ...complaintPolicyRoutes,
  ...complaintLinkRoutes,
  ...statisticRoutes,
  ...audienceRoutes,
  ...audienceCodeRoutes,
  ...kpiRoutes,
  ...auditTrailRoutes,
  ...cellRoutes,
]
