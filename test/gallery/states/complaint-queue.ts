import { complaintDesk } from '../../addon/sidebar/complaint-desk-form.ts'
import type { Stage } from '../stage.ts'

const LONG = 'Maximiliane Katharina von Hohenstein-Waldburg'

/** The queue with long names and everything unfolded, nothing found, and the board at the width of its dialog. */
export const complaintQueueStates = {
  async 'Complaint queue'({ open, language, text: { complaintQueue: text, form: words } }: Stage) {
    const desk = await complaintDesk(language)
    await desk.log({ severity: 'critical', category: 'Rechtsschutzversicherungsgesellschaften' })
    await desk.log({ customerId: 'C-2', kind: 'praise', owner: LONG })
    const asked = await desk.act(await desk.log({ customerId: 'C-3' }), 'acknowledge')
    await desk.act(asked, 'wait')
    desk.at('2026-03-10T09:55:00Z')
    const form = await open('Complaints', desk.sheet)
    await form.see('1-queue')
    await form.unfoldAll()
    await form.page.getByLabel(text.handOverFrom).selectOption(LONG)
    await form.do(words.preview)
    await form.see('2-unfolded')
    await form.page.getByLabel(words.search).fill('nothing is called so')
    await form.settled()
    await form.see('3-none')
    await form.close()
    const board = await open('ComplaintBoard', desk.sheet)
    await board.see('4-board', /out of order/)
    await board.close()
  },
}
