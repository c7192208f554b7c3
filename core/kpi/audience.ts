/** Whom KPIs are shared with: all, those of a position, or one account. */
export const audienceKinds = ['everyone', 'position', 'account'] as const
export type AudienceKind = (typeof audienceKinds)[number]

/** Codes that link a spreadsheet are good for so many days. */
export const AUDIENCE_CODE_DAYS = 7
