import { digestOf } from '../../../functions/secrets.ts'
import type { Chance } from '../chance.ts'
import type { Item } from '../engine/item.ts'
import { sdkError } from '../faults.ts'

export type Taken = { id: string; to: string; subject: string; text: string }

/** Who handed which e-mail over; `said` what the server answered, where it did and the process lived to hear it. */
type HandedOver = { id: string; process: number; said?: 'taken' | 'refused' }

/** What stands for SES in a simulation: it keeps what it took, and now and then takes nothing. */
export function mailServer() {
  return {
    taken: [] as Taken[],
    calls: [] as HandedOver[],
    /** A share of what is handed over is refused. */
    trouble: 0,
    begin(trouble: number): void {
      this.taken = []
      this.calls = []
      ids.clear()
      this.trouble = trouble
    },
    /** @throws What SES says where it takes nothing: for now, or for good. */
    take(mail: Taken, chance: Chance): void {
      if (chance.happens(this.trouble)) throw sdkError(chance.pick(['LimitExceededException', 'MessageRejected']))
      this.taken.push(mail)
    },
  }
}

export type MailServer = ReturnType<typeof mailServer>

/** The messages that lie in the table, by the ids under which they are handed over. */
export function messagesIn(items: Item[]): Map<string, Item> {
  const messages = items.filter(({ pk, sk }) => sk.startsWith('M#') && pk.includes('#Q#'))
  return new Map(messages.map((message) => [idOf(message), message]))
}

const ids = new Map<string, string>()

/** Digests take their time: each is made once. */
function idOf({ pk, sk }: Item): string {
  const place = `${pk} ${sk}`
  const known = ids.get(place)
  if (known !== undefined) return known
  const [, workspaceId, , complaintId] = pk.split('#')
  const id = digestOf([workspaceId, complaintId, sk])
  ids.set(place, id)
  return id
}
