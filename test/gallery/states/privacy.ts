import type { TrailCheck, TrailEntry } from '../../../addon/privacy/audit-trail.ts'
import type { StoredOfPerson } from '../../../addon/privacy/stored-of-person.ts'
import { trailActs } from '../../../core/audit-trail/trail-acts.ts'
import type { Stage } from '../stage.ts'
import { hardSheet } from './hard-rows.ts'

const names = { m0: 'Bartholomew Featherstonehaugh-Cholmondeley', m1: '欧阳明月', s1: '2026', a1: '销售经理' }
const abouts: Record<string, TrailEntry['about']> = {
  workspaceRenamed: { name: '华北区重点客户' },
  memberInvited: { role: 'editor', positions: ['销售经理', '区域经理'] },
  memberChanged: { member: 'm1', role: 'viewer', positions: [], newRole: 'admin', newPositions: ['销售经理'] },
  memberRemoved: { member: 'gone' },
  retentionSet: { surveyId: 's1', before: 'untilDeleted', after: 24 },
  answersExpired: { surveyId: 's1', answers: 1234, before: '2024-03-31' },
  surveyOpened: { surveyId: 's1' },
  surveyClosed: { surveyId: 'gone' },
  complaintLinkMade: { channel: 'web' },
  complaintsHandedOver: { complaints: ['1', '2'], from: '欧阳明月' },
  audienceMade: { audienceId: 'a1', kind: 'position', name: '销售经理' },
  sharingChanged: { given: [], taken: [], givenInAll: 12, takenInAll: 3 },
}
const entries = [...trailActs, ''].map((act, at): TrailEntry => {
  const who = { sub: ['m0', 'm1', '', 'gone'][at % 4] as string, name: at % 4 === 1 ? '欧阳明月' : '' }
  return { seq: 1214 - at, at: '2026-03-31T08:00:00.000Z', who, act, about: abouts[act] ?? {} }
})
const seal = 'Zk3vT9aQmB1x0LrEn0B7s2Kq5hX9vD4mC1tJ8wR3yL6'
const whole: TrailCheck = { checked: 1214, mark: { seq: 1214, seal }, isEnd: true }
const connected = { currentConnection: { workspaceId: 'w', name: '华北区' }, trailNames: names }

function answering(answers: Record<string, unknown>) {
  return { call: async <T>(name: string) => answers[name] as T }
}

/** Every kind of act by people of every kind, a trail that is whole and one that is not; a customer with much stored. */
export const privacyStates = {
  async Activity({ open, text: { activity: text } }: Stage) {
    const auditTrail = { entries, next: 'more' }
    const form = await open('Activity', answering({ ...connected, auditTrail, verifyTrail: whole }))
    await form.see('1-latest')
    await form.do(text.verify)
    await form.see('2-whole')
    await form.close()
    const flaw = { ...whole, flaw: { seq: 812, what: 'altered' } }
    const broken = await open('Activity', answering({ ...connected, auditTrail: { entries: [] }, verifyTrail: flaw }))
    await broken.unfoldAll()
    await broken.do(text.verify)
    await broken.see('3-altered')
    await broken.close()
    const other = await open('Activity', answering({ ...connected, auditTrail: null }))
    await other.see('4-no-admin')
    await other.close()
  },
  async PersonData({ open, text: { privacy: text, form: words }, language }: Stage) {
    const sheet = await hardSheet(language)
    await sheet.select('Customers', 2)
    const id = await sheet.call<string>('selectedCustomerId')
    const found = await sheet.call<StoredOfPerson>('storedOfPerson', id)
    const tabs = [...found.tabs, { tab: '2025', rows: 12_345, fate: 'left', isChoice: false }]
    const backend = { isMirrored: true, answers: 1234, links: 56, complaints: 7 }
    const answers: Record<string, unknown> = {
      storedOfPerson: { ...found, tabs, backend },
      exportPersonPage: { answers: [{}], links: [], complaints: [] },
      personSetup: { may: true, unfinished: { id, name: found.name } },
    }
    const call = async <T>(name: string, ...args: unknown[]) =>
      name in answers ? (answers[name] as T) : sheet.call<T>(name, ...args)
    const form = await open('Customer', { call })
    await form.unfoldAll()
    await form.see('1-unfinished')
    await form.do(text.exportTitle)
    await form.do(text.export)
    await form.see('2-gathered')
    await form.do(words.back)
    await form.unfoldAll()
    await form.do(text.eraseTitle)
    await form.see('3-stored')
    await form.do(text.goOn)
    await form.see('4-asked')
    await form.close()
  },
}
