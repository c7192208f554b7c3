import { messages } from '../../kit/language.ts'
import type { HoursDraft } from './hours-draft.ts'
import { nowIn } from './zone-field.tsx'

const text = messages.complaintSettings.hours

/** Time zone and working week for those who may not change them. */
export function KeptHours({ timeZone, week }: HoursDraft) {
  return (
    <>
      <div>
        <h2>{text.zone}</h2>
        <p>{timeZone}</p>
        <p class="hint">{nowIn(timeZone)}</p>
      </div>
      <table>
        <caption>{text.week}</caption>
        <tbody>
          {week.map((hours, at) => (
            <tr key={text.weekdays[at]}>
              <th scope="row">{text.weekdays[at]}</th>
              <td>{hours || text.off}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
