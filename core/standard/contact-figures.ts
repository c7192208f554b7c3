/** Figures over contacts that a standard can use, each with the direction that is better. */
export const contactDirections = { contacts: 1, service: 1 } as const

export type ContactFigure = keyof typeof contactDirections

/** Contacts as columns of equal length. */
export type ContactRecords = { ids: readonly string[]; days: readonly number[]; purposes: readonly string[] }

const YEAR = 365
/** What a contact is called that a customer had because they used a service. */
const SERVICE =
  /service|support|repair|maint|install|training|warranty|after.?sales|服务|售后|维修|保养|安装|培训|保修|技术支持/i

/**
 * How many contacts, and how many for a service, each customer had in the 365 days up to `asOf`.
 *
 * A contact is for a service where its purpose says so in English or Chinese. Who had none is in neither map.
 */
export function contactFigures(
  { ids, days, purposes }: ContactRecords,
  asOf: number,
): Record<ContactFigure, Map<string, number>> {
  const contacts = new Map<string, number>()
  const service = new Map<string, number>()
  const isService = new Map<string, boolean>()
  ids.forEach((id, row) => {
    const day = days[row] as number
    if (day > asOf || day <= asOf - YEAR) return
    contacts.set(id, (contacts.get(id) ?? 0) + 1)
    const purpose = purposes[row] as string
    const known = isService.get(purpose) ?? SERVICE.test(purpose)
    isService.set(purpose, known)
    if (known) service.set(id, (service.get(id) ?? 0) + 1)
  })
  return { contacts, service }
}
