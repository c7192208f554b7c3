import type { ComplaintProblem } from '../../../core/complaint/import/complaint-problem.ts'
import type { RejectedComplaint } from '../../../core/complaint/import/complaint-reading.ts'
import type { Messages } from '../../../core/messages/messages.ts'
import type { Refusal } from '../tab-import/rejected-rows.tsx'

/** Why a row is not taken, a sentence for each problem. */
export function refusalOf({ row, problems }: RejectedComplaint, { complaintImport: text }: Messages): Refusal {
  const { reasons, parts } = text
  const sentence = (problem: ComplaintProblem): string => {
    switch (problem.code) {
      case 'noDate':
      case 'nothing':
      case 'ratedOpen':
        return reasons[problem.code]
      case 'backwards':
        return reasons.backwards({ earlier: parts[problem.earlier], later: parts[problem.later] })
      case 'openButEnded':
        return reasons.openButEnded({ text: problem.text, part: parts[problem.part] })
      case 'notAmount':
      case 'notScore':
        return reasons[problem.code](problem.text)
      case 'fitsTwo':
        return reasons.fitsTwo(problem.customers)
      case 'tooLong':
        return reasons.tooLong({ part: parts[problem.part], most: problem.most })
      default:
        return reasons[problem.code]({ part: parts[problem.part], text: problem.text })
    }
  }
  return { row, why: problems.map(sentence).join(' ') }
}
