import { useRef, useState } from 'preact/hooks'
import type { ToldComplaint } from '../../../complaint/one-complaint.ts'
import { server } from '../../kit/server.ts'
import type { IntakeDraft } from './intake-draft.ts'

type Asked = Parameters<typeof server.likelyDuplicates>[0]

/** What a customer may have told already; the same question is asked once. */
export function useDuplicates() {
  const [found, setFound] = useState<ToldComplaint[]>([])
  const last = useRef<{ asked: string; reply: Promise<ToldComplaint[]> } | undefined>(undefined)
  const check = async ({ isStranger, customer, category, description }: IntakeDraft): Promise<ToldComplaint[]> => {
    if (isStranger || !customer || (!category && !description.trim())) return shown([])
    const told: Asked = { customerId: customer.id, category, description }
    const asked = JSON.stringify(told)
    if (last.current?.asked !== asked) last.current = { asked, reply: server.likelyDuplicates(told) }
    const { reply } = last.current
    try {
      const complaints = await reply
      return last.current?.asked === asked ? shown(complaints) : complaints
    } catch (error) {
      last.current = undefined
      throw error
    }
  }
  const shown = (complaints: ToldComplaint[]) => {
    setFound(complaints)
    return complaints
  }
  return { found, check }
}
