/** Calls that put nothing into cells, and why each needs no test over moved tabs. */
export const readOnlyCalls: Record<string, string[]> = {
  'answers what a form begins with or looks up': [
    ...['selectedCustomer', 'customerFileSetup', 'customerFilePage', 'importSourcePage', 'customerPage'],
    ...['customerPast', 'customerVoice', 'contactSetup', 'searchCustomers', 'customerClasses', 'factsInTheWay'],
    ...['entrySetup', 'entryValues', 'checkEntries', 'functionsSetup', 'tryFunction', 'kpiSetup', 'scoreSetup'],
    ...['scoreBasis', 'previewTiers', 'whyTier', 'setUp', 'answerImportSetup', 'tiersSetup', 'tierOverrides'],
    ...['tierMovement', 'tierStories', 'tierRounds', 'tierPlaybook', 'tierCareLists', 'valueBySource', 'orderProducts'],
    ...[
      'languageChoice',
      'customerTabs',
      'surveyLinkSetup',
      'surveyLinkSelection',
      'surveyLinkShown',
      'complaintImportSetup',
      'deskStaff',
    ],
  ],
  'asks or tells the backend, and no cell': [
    ...['complaintReport', 'listedComplaints', 'handOverComplaints', 'complaint', 'actOnComplaint', 'likelyDuplicates', 'complaintSettings', 'saveComplaintSettings'],
    ...['complaintForm', 'makeComplaintForm', 'revokeComplaintForm'],
    ...['listSurveys', 'surveyToEdit', 'createSurvey'],
    ...['openSurvey', 'surveySummary', 'currentConnection', 'copiedWorkspace', 'connectWorkspace'],
    ...['joinCopiedWorkspace', 'knownAnswers', 'beginAnswerImport', 'surveyResultsSetup', 'surveyResults'],
    ...['surveyComments', 'previewSurvey', 'saveSurvey', 'recordAnswer', 'listFollowUps', 'setFollowUp'],
    ...['givenAnswers', 'answerToCorrect', 'correctAnswer', 'deleteAnswer'],
    ...['knownComplaints', 'beginComplaintImport', 'sendComplaints'],
  ],
  'keeps a setting or a trigger': ['setKpiSheetHourly', 'chooseLanguage', 'setScoreTimer', 'keepSurveyDraft'],
  'shows the menu or a form': [
    ...['onOpen', 'onInstall', 'enableInThisSpreadsheet', 'showCustomer', 'showCustomerFile', 'showTiers'],
    ...['showEntryStandard', 'showSetUp', 'showScoreAndTier', 'showSurveys', 'showComplaints', 'showKpiSheet'],
    ...['showComplaintSettings', 'showComplaintsImport', 'showComplaintBoard'],
    ...['showFunctions', 'showWorkspace', 'showSurveyBuilder'],
  ],
}
