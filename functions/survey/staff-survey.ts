import { zonedDay } from '../../core/calendar/zoned-time.ts'
import { InputError } from '../../core/input-error.ts'
import type { Backend } from '../backend.ts'
import { REQUEST_LIVES_MS } from '../store/following.ts'
import { isOpenOn, type Survey } from '../store/survey.ts'
import { getWorkspace } from '../store/workspace.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

/** @throws InputError `staffAnonymous`: nothing of one answer to a survey of staff is shown or changed. */
export function refuseStaff({ kind }: Survey): void {
  if (kind === 'staff') throw new InputError('staffAnonymous', undefined)
}

/** @throws InputError `staffReopened`: more answers after figures were seen would tell who gave them. */
export async function refuseReopening(backend: Backend, workspace: WorkspaceKey, survey: Survey): Promise<void> {
  if (survey.kind === 'staff' && (await isClosedAt(backend, workspace, survey, backend.now().getTime()))) {
    throw new InputError('staffReopened', undefined)
  }
}

/** @throws InputError `staffGroupFixed`: two cuts of the same answers could be held against each other. */
export function refuseOtherGroup({ kind, status, staffGroup }: Survey, group: string | null): void {
  if (kind === 'staff' && status !== 'draft' && group !== (staffGroup ?? null)) {
    throw new InputError('staffGroupFixed', undefined)
  }
}

/** @throws InputError `staffOpen` before the survey is closed and no answer can be on its way; `staffCut` for anything but the whole and its one cut. */
export async function refuseStaffQuery(
  backend: Backend,
  workspace: WorkspaceKey,
  survey: Survey,
  { by, from, to }: { by?: string | undefined; from?: string | undefined; to?: string | undefined },
): Promise<void> {
  if (from || to || (by && by !== 'question' && by !== 'segment')) throw new InputError('staffCut', undefined)
  const settled = backend.now().getTime() - REQUEST_LIVES_MS
  if (!(await isClosedAt(backend, workspace, survey, settled))) throw new InputError('staffOpen', undefined)
}

async function isClosedAt(backend: Backend, workspace: WorkspaceKey, survey: Survey, at: number): Promise<boolean> {
  if (survey.status !== 'open') return survey.status === 'closed'
  const { timeZone } = await getWorkspace(backend, workspace)
  return !isOpenOn(survey, zonedDay(at, timeZone))
}
