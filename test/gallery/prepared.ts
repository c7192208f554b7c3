import { messagesFor } from '../../core/messages/messages.ts'
import { localMessages } from '../../local/messages/messages.ts'
import type { runningWorkbench } from '../road/running-workbench.ts'

type Bench = Awaited<ReturnType<typeof runningWorkbench>>
type Page = { next: number | null }

/** Does what gives the forms something to show: a workspace with customers, a survey. */
export async function prepared(bench: Bench, language: 'en' | 'zh-CN'): Promise<void> {
  const customers = localMessages(language).sample.tabs.customers
  await bench.call('connectWorkspace', language === 'en' ? 'Key accounts' : '重点客户组', 'gallery')
  for (let from: number | null = 0; from !== null; ) {
    from = (await bench.call<Page>('syncCustomerPage', customers, from)).next
  }
  const title = messagesFor(language).surveyForm.title
  const { surveyId } = await bench.call<{ surveyId: string }>('createSurvey', title, 'gallery-survey')
  await bench.call('openSurvey', surveyId, 'gallery-open')
}
