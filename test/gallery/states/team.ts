import type { Team, TeamInvitation, TeamMember } from '../../../addon/team/team.ts'
import type { Stage } from '../stage.ts'

const positions = ['HeadOfTheNorthernAndSouthernBranchOffices', '销售经理']
const members = ['Ann', 'Bartholomew Featherstonehaugh-Cholmondeley', '欧阳明月'].map((name, at): TeamMember => {
  const role = (['admin', 'editor', 'viewer'] as const)[at] ?? 'viewer'
  return { memberId: `m${at}`, name, email: `${at}.featherstonehaugh@northwind-foods.example`, role, positions }
})
const invitations = (['open', 'declined', 'expired'] as const).map((state, at): TeamInvitation => {
  const email = `bartholomew.featherstonehaugh.${at}@northwind-foods.example`
  const invitedBy = { name: 'Ann', email: 'ann@example.com' }
  const invitation = { invitationId: `i${at}`, email, state, role: 'editor', positions } as const
  return { ...invitation, positions, invitedBy, expiresAt: '2026-04-07T08:00:00.000Z' }
})
const workspace = { workspaceId: 'w', name: '华北区重点客户' }
const connected = { currentConnection: workspace }

function answering(answers: Record<string, unknown>) {
  return { call: async <T>(name: string) => answers[name] as T }
}

/** Long names and addresses, what an administrator changes, and what somebody from outside sees. */
export const teamStates = {
  async Team({ open, text: { team: text } }: Stage) {
    const team: Team = { workspace, inside: { me: 'm0', members, invitations } }
    const form = await open('Team', answering({ ...connected, team }))
    await form.unfoldAll()
    await form.see('1-admin')
    await form.do(text.change)
    await form.see('2-change')
    await form.do(text.remove)
    await form.see('3-removal')
    await form.close()
  },
  async TeamOutside({ open, text: { team: text } }: Stage) {
    const admins = members.map(({ name, email }) => `${name} (${email})`)
    const { email: _, state: __, ...invitation } = invitations[0] as TeamInvitation
    const own = { ...invitation, workspaceId: 'w', name: workspace.name }
    const alone: Team = { workspace, outside: { admins, invitation: undefined } }
    const stranger = await open('Team', answering({ ...connected, team: alone }))
    await stranger.see('1-stranger')
    await stranger.close()
    const team: Team = { workspace, outside: { admins, invitation: own } }
    const form = await open('Team', answering({ ...connected, team }))
    await form.see('2-invited')
    await form.do(text.decline)
    await form.see('3-declined')
    await form.close()
  },
}
