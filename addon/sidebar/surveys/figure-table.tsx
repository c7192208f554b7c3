import type { SurveyFigure } from '../../survey/surveys.ts'
import { messages } from '../kit/language.ts'

const text = messages.surveyForm

/** Figures with how many answers they rest on and how sure they are. */
export function FigureTable({ figures }: { figures: SurveyFigure[] }) {
  if (figures.length === 0) return null
  if (figures.every((figure) => figure.n === 0)) return <p class="soft">{text.noAnswers}</p>
  return (
    <table>
      <thead>
        <tr>
          <th>{text.figure}</th>
          <th class="number">{text.value}</th>
          <th class="number">{text.interval}</th>
          <th class="number">{text.n}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.label}>
            <td>{figure.label}</td>
            <td class="number">{figure.value}</td>
            <td class="number">{figure.interval}</td>
            <td class="number">{figure.n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
