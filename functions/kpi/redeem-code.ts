import { InputError } from '../../core/input-error.ts'
import type { Backend } from '../backend.ts'
import { newKey, secretOf } from '../document-secret.ts'
import type { Person } from '../identity.ts'
import { type Audience, audienceCheck, findAudience } from '../store/audience.ts'
import { type AudienceCode, codeUse } from '../store/audience-code.ts'
import { type AudienceLink, audienceLinks, audienceLinkWrite, unlinkWrites } from '../store/audience-link.ts'
import { told } from '../store/audit-trail.ts'
import { documentKeyWrite } from '../store/document-key.ts'
import { type Operation, once } from '../store/operation.ts'
import type { Write } from '../store/table.ts'
import { PersonKey, WorkspaceKey } from '../store/workspace-key.ts'
import { audienceCodeHash } from './audience-codes.ts'

type Asked = { code: string; spreadsheetId: string; spreadsheetTitle: string }

/** Links that a spreadsheet had to the audience before, as far as one transaction takes them. */
const MOST_BEFORE = 20
const GRANTS = ['kpis' as const]

/**
 * Uses a code up and makes the key of its audience for one spreadsheet, in one transaction; a link that the same person
 * had made between them ends.
 *
 * @throws InputError `audienceCodeUnknown`, whatever is wrong with the code.
 */
export async function redeemedCode(backend: Backend, person: Person, asked: Asked, operation: Operation) {
  const place = new PersonKey(person).partition()
  const unknown = () => new InputError('audienceCodeUnknown', undefined)
  const made = await once(backend, place, operation, async () => {
    const found = await WorkspaceKey.ofCode(backend, audienceCodeHash(backend, asked.code))
    // What is no code is looked up as far as what is one, so that nobody tells by the time it takes.
    const workspace = found?.workspace ?? WorkspaceKey.ofNobody()
    const audienceId = found?.code.audienceId ?? 'none'
    const audience = await findAudience(backend, workspace, audienceId)
    const links = await audienceLinks(backend, workspace, audienceId)
    const now = backend.now().toISOString()
    if (!found || !audience || !isGood(found.code, audience, person, now)) throw unknown()
    const { spreadsheetId, spreadsheetTitle: title } = asked
    const isBefore = (link: AudienceLink) => link.spreadsheetId === spreadsheetId && link.linkedBy === person.email
    const before = links.filter(isBefore).slice(0, MOST_BEFORE)
    const kept = newKey(backend, place, operation)
    const { keyId } = kept
    const of = { keyId, spreadsheetId, title }
    const key = { ...of, grants: GRANTS, audience: audienceId, createdAt: now, createdBy: person.email }
    const writes: Write[] = [
      codeUse(found.key, keyId, now),
      audienceCheck(workspace, audience),
      documentKeyWrite(workspace, key),
      audienceLinkWrite(workspace, audienceId, { ...of, linkedBy: person.email, since: now }),
      ...before.flatMap((link) => unlinkWrites(workspace, audienceId, link.keyId)),
    ]
    const { kind, name } = audience
    return {
      writes,
      result: { workspaceId: workspace.id, audienceId, kind, name, ...kept },
      told: told({ backend, workspace, person }, 'spreadsheetLinked', { audienceId, keyId, spreadsheetId }),
      refused: unknown,
    }
  })
  const { sealed: _, ...link } = made
  const documentKey = `${made.workspaceId}.${secretOf(backend, place, operation, made)}`
  return { ...link, documentKey, grants: GRANTS }
}

function isGood(code: AudienceCode, { kind, name }: Audience, { email }: Person, now: string): boolean {
  const isTheirs = kind !== 'account' || email.toLowerCase() === name
  return isTheirs && code.usedFor === undefined && code.expiresAt > now
}
