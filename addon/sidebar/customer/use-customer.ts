import { useRef, useState } from 'preact/hooks'
import type { CustomerPage } from '../../customer-page/customer-page.ts'
import type { CustomerPast } from '../../customer-page/customer-past.ts'
import type { CustomerVoice } from '../../customer-page/customer-voice.ts'
import { server } from '../kit/server.ts'

/** What is known of the customer so far: each part comes by itself; an Error is why it did not. */
export type Customer = { page: CustomerPage; past?: CustomerPast | Error; voice?: CustomerVoice | null | Error }

/**
 * The customer that the form shows. The page comes first; past and voice follow and never hold it up.
 *
 * A customer who was asked for later is never replaced by one whose answer took longer.
 */
export function useCustomer() {
  const [customer, setCustomer] = useState<Customer>()
  const asked = useRef(0)

  const show = async (page: Promise<CustomerPage>): Promise<void> => {
    const turn = ++asked.current
    const told = await page
    if (turn !== asked.current) return
    setCustomer({ page: told })
    const add = (part: Partial<Customer>) => {
      if (turn === asked.current) setCustomer((now) => now && { ...now, ...part })
    }
    server.customerPast(told.id, told.name).then(
      (past) => add({ past }),
      (error) => add({ past: failure(error) }),
    )
    server.customerVoice(told.id).then(
      (voice) => add({ voice }),
      (error) => add({ voice: failure(error) }),
    )
  }
  const clear = () => {
    asked.current++
    setCustomer(undefined)
  }
  return { customer, clear, show, open: (id: string) => show(server.customerPage(id)) }
}

/** As an Error of this page: one of another frame would not be known as such. */
function failure(error: { message?: string }): Error {
  return new Error(String(error.message ?? error).replace(/^(Error|Exception): /, ''))
}
