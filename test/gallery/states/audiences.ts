import type { Audience } from '../../../addon/audience/audiences.ts'
import type { AudienceSetup, SharedFigures } from '../../../addon/audience/publish-kpis.ts'
import type { KpiFigure } from '../../../core/kpi/kpi-figure.ts'
import type { Stage } from '../stage.ts'

const owners = ['Ann', 'Bartholomew Featherstonehaugh-Cholmondeley', '欧阳明月', '']

function audience(name: string, links: number): Audience {
  const at = '2026-03-31T08:00:00.000Z'
  return {
    ...{ audienceId: name.replace(/\W/g, '') || 'zh', kind: name === '' ? 'everyone' : 'position', name },
    kpis: [
      { kpi: 'revenue', by: '', label: 'KPI 1', asOf: at, since: '2026-01-05' },
      { kpi: 'nps', by: 'tier', label: 'KPI 2', asOf: at, since: '2026-01-05' },
    ],
    links: Array.from({ length: links }, (_, index) => ({
      ...{ keyId: `${name}${index}`, title: `Regional-figures-of-the-northern-branch-offices-${index + 1}` },
      ...{ linkedBy: 'bartholomew.featherstonehaugh@northwind-foods.example', since: at },
      ...(index % 2 === 0 && { lastReadAt: at }),
    })),
  }
}

const audiences = [audience('', 0), audience('HeadsOfTheNorthernAndSouthernBranchOffices', 6), audience('销售经理', 1)]
const offered = ['revenue', 'nps', 'csat'].flatMap((kpi, at) => [
  { kpi, by: '' as const, label: `KPI ${at + 1}` },
  { kpi, by: 'owner' as const, label: `KPI ${at + 1}, 4` },
])
const setup: AudienceSetup = {
  ...{ linked: undefined, connected: true, audiences, offered, known: { positions: ['销售经理'], accounts: [] } },
  sharing: { shares: Object.fromEntries(audiences.map(({ audienceId }) => [audienceId, offered])), withRefresh: true },
}
const figures = offered.flatMap(({ kpi, by, label }): KpiFigure[] =>
  (by === '' ? [''] : owners).map((group, at) => ({
    ...{ kpi, by, label, group, unit: kpi === 'csat' ? 'share' : 'money', value: at === 3 ? undefined : 0.4 + at },
    ...{ n: 10, low: undefined, high: undefined, before: undefined, direction: 1 },
  })),
)
const previewed: SharedFigures = {
  figures,
  asOf: '2026-03-31T08:00:00.000Z',
  periodLabel: '2026',
  definitions: [],
  problems: ['–'],
  standard: null,
}

function answering(answers: Record<string, unknown>) {
  return { call: async <T>(name: string) => answers[name] as T }
}

/** Many spreadsheets with long names, a preview of all figures, and the other spreadsheet's side. */
export const audienceStates = {
  async Audiences({ open, text: { audiences: text } }: Stage) {
    const code = { code: '7Q2M-XK4T-9WBE', expiresAt: '2026-04-07T08:00:00.000Z' }
    const form = await open(
      'Audiences',
      answering({ audienceSetup: setup, makeAudienceCode: code, previewSharing: previewed }),
    )
    await form.see('1-folded')
    await form.unfoldAll()
    await form.do(text.makeCode)
    await form.do(text.unlink)
    await form.see('2-code-and-question')
    await form.press(text.tabs.publish)
    await form.see('3-choice')
    await form.do(text.preview)
    await form.see('4-preview')
    await form.close()
  },
  async AudiencesLinked({ open, text: { audiences: text } }: Stage) {
    const linked = {
      kind: 'position',
      name: audiences[1]?.name,
      hourly: { on: true, mine: false, by: 'ann@example.com' },
    }
    const form = await open('Audiences', answering({ audienceSetup: { ...setup, connected: false, linked } }))
    await form.do(text.unlinkThis)
    await form.see('1-end')
    await form.close()
  },
}
