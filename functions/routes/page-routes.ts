import type { Route } from '../request/route.ts'
import { complaintPageRoutes } from './complaint-page.ts'
import { feedbackPageRoutes } from './feedback-page.ts'
import { previewSurveyRoutes } from './preview-survey.ts'
import { surveyPageRoutes } from './survey-page.ts'

/** The pages that customers open by a link, and the preview of one. */
export const pageRoutes: Route[] = [
  ...surveyPageRoutes,
  ...previewSurveyRoutes,
  ...feedbackPageRoutes,
  ...complaintPageRoutes,
]
