import type { InferOutput } from 'valibot'
import { array, boolean, object, optional, string } from 'valibot'
import { complaintCustomerSchema, contactSchema } from '../../core/complaint/complaint.ts'
import { type ComplaintEvent, CUSTOMER, PUBLIC_FORM } from '../../core/complaint/complaint-event.ts'
import { digestOf, newId } from '../secrets.ts'
import type { Table, Write } from './table.ts'
import { itemsIn, prefixed } from './table.ts'
import type { Partition } from './workspace-key.ts'

/**
 * `W#ws#Q#id`, `T#version`: who an event of a complaint is about, and all that people wrote in it. It lies beside the
 * event, which can't be changed and holds its digest, so that a person can be erased: then only `erased` is left of it.
 */
export const complaintWordsSchema = object({
  description: optional(string()),
  wantedOutcome: optional(string()),
  links: optional(array(string())),
  reference: optional(string()),
  text: optional(string()),
  correctiveAction: optional(string()),
  customer: optional(complaintCustomerSchema),
  /** The customer's own, so that they can be erased alone where the complaint is another one's by now. */
  customerSalt: optional(string()),
  /** All that is left of them then. */
  customerDigest: optional(string()),
  contact: optional(contactSchema),
  /** Where the customer did it. */
  by: optional(object({ sub: string(), name: string() })),
  /** So that nobody finds by the digest what was erased. */
  salt: optional(string()),
  erased: optional(boolean(), false),
})
type ComplaintWords = InferOutput<typeof complaintWordsSchema>

/** An event as it is kept for good: still an event, that says nothing of a person; and the digest of its words. */
export type KeptEvent = ComplaintEvent & { words?: string | undefined }

const FREE_TEXTS = [
  'description',
  'wantedOutcome',
  'links',
  'reference',
  'text',
  'correctiveAction',
  'contact',
] as const

/** An event in two parts: what is kept for good, and its words, where it has any. */
export function eventParts(event: ComplaintEvent): { kept: KeptEvent; words?: Record<string, unknown> } {
  const kept: Record<string, unknown> = { ...event }
  const words: Record<string, unknown> = {}
  for (const name of FREE_TEXTS) {
    if (kept[name] === undefined) continue
    words[name] = kept[name]
    delete kept[name]
  }
  if (event.action === 'receive') kept.description = ''
  if (event.customer) {
    words.customer = event.customer
    words.customerSalt = newId()
    kept.customer = { ...event.customer, id: '', name: '' }
  }
  if (event.by.sub === CUSTOMER || event.by.sub === PUBLIC_FORM) {
    words.by = event.by
    kept.by = { ...event.by, name: '' }
  }
  if (Object.keys(words).length === 0) return { kept: event }
  words.salt = newId()
  return { kept: { ...(kept as ComplaintEvent), words: digestOfWords(words) }, words }
}

/** The write that puts an event's words beside it. */
export function wordsWrite(pk: Partition, version: number, words: Record<string, unknown>): Write {
  return { Put: { Item: { pk, sk: wordsKey(version), ...words } } }
}

/** The write that leaves nothing of an event's words. */
export function erasedWordsWrite(pk: Partition, version: number): Write {
  return { Put: { Item: { pk, sk: wordsKey(version), erased: true } } }
}

/** The writes that leave nothing of whom events name as their complaint's customer, where it is this one. */
export function customerErasingWrites(
  pk: Partition,
  words: ReadonlyMap<number, ComplaintWords>,
  customerId: string,
): Write[] {
  return [...words].flatMap(([version, said]) => {
    if (said.customer?.id !== customerId) return []
    // Words of before customers had a salt of their own.
    if (said.customerSalt === undefined) return [erasedWordsWrite(pk, version)]
    return [
      {
        Update: {
          Key: { pk, sk: wordsKey(version) },
          UpdateExpression: 'SET customerDigest = :digest REMOVE customer, customerSalt',
          ConditionExpression: 'attribute_exists(customer)',
          ExpressionAttributeValues: { ':digest': digestOfCustomer(said) },
        },
      },
    ]
  })
}

/** The words of a complaint's events after a version, by their version. */
export async function wordsAfter(table: Table, pk: Partition, after: number): Promise<Map<number, ComplaintWords>> {
  const schema = object({ sk: string(), ...complaintWordsSchema.entries })
  const found = new Map<number, ComplaintWords>()
  const span = { ...prefixed(pk, 'T#'), from: wordsKey(after + 1) }
  for await (const { sk, ...words } of itemsIn(table, schema, span)) found.set(Number(sk.slice(2)), words)
  return found
}

/**
 * An event with its words; without them where they were erased.
 *
 * @returns undefined where the words are not seen yet.
 * @throws Error where they are not those that the event was written with.
 */
export function withWords(event: KeptEvent, words: ComplaintWords | undefined): ComplaintEvent | undefined {
  const { words: digest, ...kept } = event
  if (digest === undefined || words?.erased) return kept as ComplaintEvent
  if (!words) return undefined
  const { erased: _, salt: __, customerSalt: ___, customerDigest: ____, ...said } = words
  if (digestOfWords(words) !== digest) throw new Error(`The words of event ${event.version} were altered.`)
  return { ...kept, ...said } as ComplaintEvent
}

function digestOfWords({
  erased: _,
  customerSalt,
  customerDigest,
  customer,
  ...words
}: Partial<ComplaintWords>): string {
  const isApart = customerSalt !== undefined || customerDigest !== undefined
  return digestOf({
    ...words,
    customer: isApart ? digestOfCustomer({ customer, customerSalt, customerDigest }) : customer,
  })
}

function digestOfCustomer({ customer, customerSalt, customerDigest }: Partial<ComplaintWords>): string {
  return customerDigest ?? digestOf({ customer, salt: customerSalt })
}

function wordsKey(version: number): string {
  return `T#${String(version).padStart(6, '0')}`
}
