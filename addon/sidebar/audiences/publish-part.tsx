import { useState } from 'preact/hooks'
import type { AudienceSetup, SharedFigures } from '../../audience/publish-kpis.ts'
import type { SeriesKey, Shares } from '../../audience/sharing.ts'
import { Checkbox } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Actions, Empty, Section } from '../kit/layout.tsx'
import { Button } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { shownTime } from '../kit/shown-time.ts'
import { useAction } from '../kit/use-action.ts'
import { useOperationId } from '../kit/use-operation-id.ts'
import { audienceName } from './audience-name.ts'
import { SharingPreview } from './sharing-preview.tsx'

const text = messages.audiences

/** What each audience sees: chosen, shown with its figures and who will see them, then published. */
export function PublishPart({ setup, onPublished }: { setup: AudienceSetup; onPublished: () => void }) {
  const { audiences, offered, sharing } = setup
  const [shares, setShares] = useState<Shares>(sharing.shares)
  const [withRefresh, setWithRefresh] = useState(sharing.withRefresh)
  const [previewed, setPreviewed] = useState<SharedFigures>()
  const [done, setDone] = useState('')
  const operationId = useOperationId()
  const { busy, problem, run } = useAction()
  if (offered.length === 0) return <Empty title={text.noSheet} />
  if (audiences.length === 0) return <Empty title={text.none} />

  const choose = (audienceId: string, series: SeriesKey, on: boolean) => {
    const others = (shares[audienceId] ?? []).filter((each) => !isSame(each, series))
    setShares({ ...shares, [audienceId]: on ? [...others, { kpi: series.kpi, by: series.by }] : others })
    setPreviewed(undefined)
    setDone('')
  }
  const preview = () => run(async () => setPreviewed(await server.previewSharing(shares)))
  const publish = (figures: SharedFigures) =>
    run(async () => {
      await server.publishKpis(shares, figures, operationId([shares, figures]))
      setDone(text.published(shownTime(figures.asOf)))
      setPreviewed(undefined)
      onPublished()
    })
  return (
    <>
      {audiences.map((audience) => {
        const own = shares[audience.audienceId] ?? []
        return (
          <Section key={audience.audienceId} title={text.choose(audienceName(audience))} count={own.length}>
            {offered.map((series) => (
              <Checkbox
                key={`${series.kpi} ${series.by}`}
                label={series.label}
                value={own.some((each) => isSame(each, series))}
                disabled={busy}
                onChange={(on) => choose(audience.audienceId, series, on)}
              />
            ))}
          </Section>
        )
      })}
      <Checkbox
        label={text.withRefresh}
        hint={text.withRefreshHint}
        value={withRefresh}
        disabled={busy}
        onChange={(on) => run(async () => setWithRefresh(await server.setPublishWithRefresh(on)))}
      />
      {previewed && <SharingPreview setup={setup} shares={shares} previewed={previewed} />}
      <Actions busy={busy} problem={problem} done={done}>
        {previewed ? (
          <Button primary disabled={busy} onClick={() => publish(previewed)}>
            {text.publish}
          </Button>
        ) : (
          <Button primary disabled={busy} onClick={preview}>
            {text.preview}
          </Button>
        )}
      </Actions>
    </>
  )
}

function isSame(one: SeriesKey, other: SeriesKey): boolean {
  return one.kpi === other.kpi && one.by === other.by
}
