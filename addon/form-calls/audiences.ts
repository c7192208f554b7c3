import type { AudienceKind } from '../../core/kpi/audience.ts'
import {
  type AudienceCode,
  createAudience as create,
  makeAudienceCode as makeCode,
  removeAudience as remove,
  unlinkSpreadsheet as unlink,
} from '../audience/audiences.ts'
import { linkToAudience as link, unlinkFromAudience as unlinkFrom } from '../audience/link-audience.ts'
import {
  type AudienceSetup,
  previewSharing as preview,
  publishKpis as publish,
  type SharedFigures,
  audienceSetup as setUpAudiences,
  setPublishWithRefresh as setWithRefresh,
} from '../audience/publish-kpis.ts'
import type { Shares } from '../audience/sharing.ts'
import type { BuiltKpiSheet } from '../kpi/kpi-sheet.ts'
import { inWords } from '../user-language.ts'

/** What the form of audiences begins with. */
export function audienceSetup(): AudienceSetup {
  return inWords(setUpAudiences)
}

/** Names an audience that KPIs can be shared with. */
export function createAudience(kind: AudienceKind, name: string, operationId: string): void {
  inWords(() => create(kind, name, operationId))
}

/** Removes an audience: its spreadsheets read nothing more. */
export function removeAudience(audienceId: string, operationId: string): void {
  inWords(() => remove(audienceId, operationId))
}

/** Makes a one-time code that links a spreadsheet to an audience. */
export function makeAudienceCode(audienceId: string, operationId: string): AudienceCode {
  return inWords(() => makeCode(audienceId, operationId))
}

/** Ends the link of somebody's spreadsheet to an audience. */
export function unlinkSpreadsheet(audienceId: string, keyId: string, operationId: string): void {
  inWords(() => unlink(audienceId, keyId, operationId))
}

/** Counts what is to be shared. */
export function previewSharing(shares: Shares): SharedFigures {
  return inWords(() => preview(shares))
}

/** Publishes what was previewed. */
export function publishKpis(shares: Shares, previewed: SharedFigures, operationId: string): void {
  inWords(() => publish(shares, previewed, operationId))
}

/** Has each refresh of the KPI sheet publish what is shared, or no longer. */
export function setPublishWithRefresh(on: boolean): boolean {
  return inWords(() => setWithRefresh(on))
}

/** Links this spreadsheet to the audience of a code, and draws its KPI sheet. */
export function linkToAudience(code: string, operationId: string): BuiltKpiSheet {
  return inWords(() => link(code, operationId))
}

/** Ends this spreadsheet's own link. */
export function unlinkFromAudience(): void {
  inWords(unlinkFrom)
}
