import type { KpiFigure } from '../../../core/kpi/kpi-figure.ts'
import type { AudienceSetup, SharedFigures } from '../../audience/publish-kpis.ts'
import type { Shares } from '../../audience/sharing.ts'
import { messages } from '../kit/language.ts'
import { Notice } from '../kit/parts.tsx'
import { percent } from '../kit/percent.ts'
import { Table } from '../kit/table.tsx'
import { audienceName } from './audience-name.ts'

const text = messages.audiences

type Props = { setup: AudienceSetup; shares: Shares; previewed: SharedFigures }

/** The figures that each audience is about to see, and who that is. */
export function SharingPreview({ setup: { audiences, offered }, shares, previewed }: Props) {
  const { figures, periodLabel, problems } = previewed
  const parts = audiences.map((audience) => {
    const own = shares[audience.audienceId] ?? []
    const has = ({ kpi, by }: { kpi: string; by: string }) => own.some((each) => each.kpi === kpi && each.by === by)
    const lost = audience.kpis.filter((kpi) => offered.some((each) => isSame(each, kpi)) && !has(kpi))
    return { audience, name: audienceName(audience), seen: figures.filter(has), lost }
  })
  return (
    <>
      {problems.map((problem) => (
        <Notice key={problem} kind="warn">
          {problem}
        </Notice>
      ))}
      {parts.every(({ seen, lost }) => seen.length + lost.length === 0) && <Notice kind="warn">{text.nothing}</Notice>}
      {parts.map(({ audience, name, seen, lost }) => (
        <section key={audience.audienceId}>
          {seen.length > 0 && (
            <>
              <h2>{text.previewOf(name)}</h2>
              <Notice>{text.sees({ name, spreadsheets: audience.links.map(({ title }) => title) })}</Notice>
              <p class="soft">{periodLabel}</p>
              <Table
                caption={text.previewOf(name)}
                captionUnseen
                columns={[
                  { label: text.columns.figure, cell: ({ label }: KpiFigure) => label },
                  { label: text.columns.group, cell: ({ by, group }) => (by === '' ? text.whole : group || '–') },
                  { label: text.columns.value, number: true, cell: shownValue },
                ]}
                rows={seen}
                keyOf={({ kpi, by, group }) => `${kpi} ${by} ${group}`}
              />
            </>
          )}
          {lost.length > 0 && (
            <Notice kind="warn">
              {text.loses({ name, kpis: lost.map((kpi) => offered.find((each) => isSame(each, kpi))?.label ?? '') })}
            </Notice>
          )}
        </section>
      ))}
    </>
  )
}

function shownValue({ value, unit }: KpiFigure): string {
  if (value === undefined || value === null) return '–'
  return unit === 'share' ? percent(value) : String(Math.round(value * 10) / 10)
}

function isSame(one: { kpi: string; by: string }, other: { kpi: string; by: string }): boolean {
  return one.kpi === other.kpi && one.by === other.by
}
