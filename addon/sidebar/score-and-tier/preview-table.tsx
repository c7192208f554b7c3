import type { TierPreview } from '../../standard/score-customers.ts'
import { messages } from '../kit/language.ts'
import { Notice } from '../kit/parts.tsx'
import { useInView } from '../kit/use-in-view.ts'

const text = messages.scoreForm

/** How many customers land in each tier, and what the person should know before writing. */
export function PreviewTable({ preview }: { preview: TierPreview }) {
  const section = useInView<HTMLElement>(preview)
  return (
    <section ref={section} aria-label={messages.form.preview}>
      <table>
        <thead>
          <tr>
            <th>{text.tier}</th>
            <th class="number">{text.customers}</th>
            <th class="number">{text.share}</th>
          </tr>
        </thead>
        <tbody>
          {preview.tiers.map((tier) => (
            <tr key={tier.label}>
              <td>{tier.label}</td>
              <td class="number">{tier.customers}</td>
              <td class="number share">
                {`${Math.round(tier.share * 1000) / 10} %`}
                <span class="bar" style={`width: ${tier.share * 100}%`} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="soft">{text.changes(preview)}</p>
      {preview.slips.stray && <Notice kind="bad">{text.stray(preview.slips.stray)}</Notice>}
      {preview.slips.lookAlikes.length > 0 && <Notice>{text.lookAlikes(preview.slips.lookAlikes)}</Notice>}
      {preview.asOf && <p class="soft">{text.asOf(preview.asOf)}</p>}
      {preview.unscored > 0 && <Notice>{text.unscored(preview.unscored)}</Notice>}
      {preview.withoutCustomer > 0 && <Notice>{text.withoutCustomer(preview.withoutCustomer)}</Notice>}
    </section>
  )
}
