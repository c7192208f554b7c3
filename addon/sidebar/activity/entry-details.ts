import type { TrailEntry } from '../../privacy/audit-trail.ts'
import { messages } from '../kit/language.ts'

const text = messages.activity
const { roles } = messages.team
const channels: Record<string, string> = messages.complaintForm.channels

/** What an entry says beside its act, in words; '' where that is nothing that anybody could read. */
export function entryDetails({ about }: TrailEntry, names: Record<string, string>): string {
  const { member, surveyId, audienceId, name, role, newRole, positions, newPositions, channel } = about
  const { from, to, complaints, givenInAll, takenInAll, answers, after } = about
  const isTold = (value: unknown) => value !== undefined && value !== ''
  const named = (id: unknown) => names[String(id)]
  const change = (before: string, after: string) =>
    isTold(after) && after !== before ? `${before || '–'} → ${after}` : before
  const details = [
    isTold(name) ? String(name) : '',
    member !== undefined && (named(member) ?? text.formerMember),
    surveyId !== undefined && (named(surveyId) ?? text.formerSurvey),
    audienceId !== undefined && !isTold(name) && (named(audienceId) ?? ''),
    role !== undefined && change(roleName(role), newRole === undefined ? '' : roleName(newRole)),
    change(listOf(positions), listOf(newPositions)),
    channel !== undefined && (channels[String(channel)] ?? String(channel)),
    answers !== undefined && text.answers(Number(answers)),
    after !== undefined && (typeof after === 'number' ? text.keptFor(after) : text.keptOn),
    Array.isArray(complaints) && text.complaints(complaints.length),
    (isTold(from) || isTold(to)) && `${from ?? '…'} → ${to ?? '…'}`,
    givenInAll !== undefined && text.shared({ given: Number(givenInAll), taken: Number(takenInAll) }),
  ]
  return details.filter((detail) => detail && detail !== '').join(' · ')
}

function roleName(role: unknown): string {
  return roles[role as keyof typeof roles] ?? String(role)
}

function listOf(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : ''
}
