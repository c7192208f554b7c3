import type { ComplaintPolicy } from '../../../../core/complaint/complaint-policy.ts'
import { clockStatus } from '../../../../core/complaint/complaint-status.ts'
import type { OneComplaint } from '../../../complaint/one-complaint.ts'
import { channelName } from '../../complaints-import/channel-name.ts'
import { messages } from '../../kit/language.ts'
import { money } from '../../kit/money.ts'
import { clockWords } from './clock-words.ts'
import { contactText, nameOf } from './event-lines.ts'
import { moment } from './moment.ts'

const text = messages.oneComplaint
const words = messages.complaintForm
const { clocks } = messages.complaintMail

type Props = { complaint: OneComplaint; policy: ComplaintPolicy }

/** What a complaint is, how its clocks stand, and what was found out about it. */
export function Head({ complaint, policy }: Props) {
  const { number, state, customer, kind, category, severity, description, links = [] } = complaint
  return (
    <>
      <h2>{`${number} · ${words.states[state]}`}</h2>
      <p>{[nameOf(customer), customer.tier && text.tier(customer.tier)].filter(Boolean).join(' · ')}</p>
      <p class="soft">
        {[words.kinds[kind], words.severities[severity], category, channelName(complaint.channel)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Clocks complaint={complaint} policy={policy} />
      {/* Nothing comes without words: it is blank where they were erased. */}
      {description ? <p class="said">{description}</p> : <p class="soft">{text.erased}</p>}
      <Facts complaint={complaint} timeZone={policy.calendar.timeZone} />
      {links.length > 0 && (
        <ul class="list" aria-label={messages.complaintIntake.links}>
          {links.map((link) => (
            <li key={link}>
              <a href={link} target="_blank" rel="noreferrer">
                {link}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The three clocks, a line each; the next word to the customer is there once one is owed. */
function Clocks({ complaint, policy }: Props) {
  const { response, update, resolution, responseStatus, resolutionStatus, state, asOf } = complaint
  const { calendar } = policy
  const isOver = response.since === undefined && resolution.since === undefined && state !== 'waiting'
  const told = [
    [clocks.response, response, responseStatus],
    ...(update && !isOver ? [[clocks.update, update, clockStatus(update, asOf, state === 'waiting')] as const] : []),
    [clocks.resolution, resolution, resolutionStatus],
  ] as const
  return (
    <dl class="clocks">
      {told.map(([name, clock, status]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class={status}>{clockWords(clock, status, calendar, asOf)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Facts({ complaint, timeZone }: { complaint: OneComplaint; timeZone: string }) {
  const { owner, contact, wantedOutcome, reference, receivedAt, rootCause, correctiveAction, compensations } = complaint
  const given = compensations.reduce((sum, { amount }) => sum + amount, 0)
  const rating = complaint.ratings[complaint.ratings.length - 1]
  const facts = [
    [text.handler, owner || text.nobody],
    [text.contact, contact && contactText(contact)],
    [text.receivedAt, moment(receivedAt, timeZone)],
    [text.customerType, messages.complaintIntake.customerTypes[complaint.customerType]],
    [words.wanted, wantedOutcome],
    [text.reference, reference],
    [words.rootCause, rootCause],
    [words.correctiveAction, correctiveAction],
    [text.compensation, compensations.length > 0 ? money(given) : ''],
    [text.satisfaction, rating && String(rating.score)],
  ] as const
  return (
    <table class="facts">
      <tbody>
        {facts.map(
          ([label, value]) =>
            value && (
              <tr key={label}>
                <th scope="row" class="soft">
                  {label}
                </th>
                <td>{value}</td>
              </tr>
            ),
        )}
      </tbody>
    </table>
  )
}
