import { beforeAll, describe, expect, test } from 'vitest'
import { type ComplaintEvent, CUSTOMER, PUBLIC_FORM } from '../../../core/complaint/complaint-event.ts'
import { digestOf } from '../../../functions/secrets.ts'
import {
  customerErasingWrites,
  erasedWordsWrite,
  eventParts,
  type KeptEvent,
  withWords,
  wordsAfter,
  wordsWrite,
} from '../../../functions/store/complaint-words.ts'
import { transact } from '../../../functions/store/table.ts'
import { WorkspaceKey } from '../../../functions/store/workspace-key.ts'
import { bareTable } from '../bare-table.ts'
import { ACME, acted, received } from './complaint-of.ts'

let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

let n = 0
const partition = () => WorkspaceKey.ofScanned('W#w').partition('Q', ++n)
type Words = NonNullable<Parameters<typeof withWords>[1]>
/** An event's parts as they are stored: its words as they are read again. */
async function stored(event: ComplaintEvent, change: Record<string, unknown> = {}) {
  const { kept, words } = eventParts(event)
  const pk = partition()
  if (words) await transact(table, [wordsWrite(pk, event.version, { ...words, ...change })])
  return { pk, kept, words: (await wordsAfter(table, pk, 0)).get(event.version) }
}

// Words with a space, which no digest and no id has.
const CY = 'Cy Roe'
const contact = { name: CY, email: 'cy@example.com', phone: '1', language: 'en' as const }
const full = received('full', { wantedOutcome: 'Money', links: ['https://x.example'], reference: 'Order 1', contact })
const said = acted(2, 'note', {
  text: 'Angry',
  correctiveAction: `Call ${CY}`,
  contact,
  customer: { ...ACME, id: 'b' },
})
const byCustomer = (sub: string) => acted(3, 'note', { by: { sub, name: CY } })

describe('an event', () => {
  test.each([
    ['that received it', full],
    ['with words', said],
    ['by the customer', byCustomer(CUSTOMER)],
    ['by the public form', byCustomer(PUBLIC_FORM)],
    ['without words', acted(2, 'acknowledge', { owner: 'Bo' })],
  ])('%s is put together again as it was', async (_, event) => {
    const { kept, words } = await stored(event)
    expect(withWords(kept, words)).toEqual(event)
  })
  test('keeps nothing of a person for good', () => {
    for (const event of [full, said, byCustomer(CUSTOMER), byCustomer(PUBLIC_FORM)]) {
      const kept = JSON.stringify(eventParts(event).kept)
      for (const word of [CY, 'Angry', 'Nothing came', 'Money', 'x.example', 'Order 1', 'Acme', 'acme', '"b"'])
        expect(kept, word).not.toContain(word)
    }
  })
  test('keeps all else, and a blank where there has to be something', () => {
    const { kept } = eventParts(full)
    expect(kept).toMatchObject({ id: 'full', description: '', customer: { id: '', name: '', tier: 'A', owner: 'Ada' } })
    expect(eventParts(said).kept).not.toHaveProperty('description')
    expect(eventParts(byCustomer(CUSTOMER)).kept.by).toEqual({ sub: CUSTOMER, name: '' })
    const bare = acted(2, 'acknowledge')
    expect(eventParts(bare)).toEqual({ kept: bare })
    expect(eventParts(bare).kept.by).toEqual(bare.by)
  })
  test('of before goes on with the words that were kept with it', () => {
    const customer = digestOf({ customer: ACME, salt: 'own' })
    const event: KeptEvent = { ...acted(2, 'note'), words: digestOf({ customer, text: 'x', salt: 's' }) }
    const words = { customer: ACME, customerSalt: 'own', text: 'x', salt: 's', erased: false }
    expect(withWords(event, words)).toEqual({ ...acted(2, 'note'), customer: ACME, text: 'x' })
  })
  test('says the same twice without anybody seeing it by the digest', () => {
    const [one, other] = [eventParts(said), eventParts(said)]
    expect(one.kept.words).not.toBe(other.kept.words)
    expect(one.words?.salt).toMatch(/^[\w-]{16}$/)
    expect(one.words?.customerSalt).toMatch(/^[\w-]{16}$/)
    expect(eventParts(acted(2, 'note', { text: 'x' })).words).not.toHaveProperty('customerSalt')
  })
  test('whose words are not seen yet is none', () => {
    expect(withWords(eventParts(said).kept, undefined)).toBeUndefined()
  })
  test('is whole without words where they were erased', async () => {
    const { pk, kept } = await stored(said)
    await transact(table, [erasedWordsWrite(pk, 2)])
    const { words: _, ...rest } = kept
    const words = (await wordsAfter(table, pk, 0)).get(2)
    expect(words).toEqual({ erased: true })
    expect(withWords(kept, words)).toEqual(rest)
  })
  test.each([
    ['a word', { text: 'Happy' }],
    ['something added', { reference: 'R-2' }],
    ['another salt', { salt: 'x' }],
    ['another customer', { customer: ACME }],
    ["another customer's salt", { customerSalt: 'x' }],
  ])('whose words were altered is not given: %s', async (_, change) => {
    const { kept, words } = await stored(said, change)
    expect(() => withWords(kept, words)).toThrow('The words of event 2 were altered.')
  })
})

test('words are found by their version, after one', async () => {
  const pk = partition()
  for (const version of [1, 2, 10, 11]) await transact(table, [wordsWrite(pk, version, { text: `${version}` })])
  await table.put({ pk, sk: 'U#000012', text: 'something else' })
  const found = async (after: number) =>
    [...(await wordsAfter(table, pk, after))].map(([version, { text }]) => [version, text])
  expect(await found(0)).toEqual([
    [1, '1'],
    [2, '2'],
    [10, '10'],
    [11, '11'],
  ])
  expect(await found(2)).toEqual([
    [10, '10'],
    [11, '11'],
  ])
})

describe('whom a complaint was thought to be of', () => {
  test('is erased out of the words that name them; all else holds', async () => {
    const { pk, kept, words } = await stored(said)
    expect(customerErasingWrites(pk, new Map([[2, words!]]), 'another')).toEqual([])
    const writes = customerErasingWrites(
      pk,
      new Map([
        [1, { text: 'nobody' } as Words],
        [2, words!],
      ]),
      'b',
    )
    expect(await transact(table, writes)).toBeUndefined()
    const left = (await wordsAfter(table, pk, 0)).get(2)!
    expect(left).toEqual({
      text: 'Angry',
      correctiveAction: `Call ${CY}`,
      contact,
      salt: words!.salt,
      erased: false,
      customerDigest: expect.any(String),
    })
    const { words: _, ...rest } = kept
    expect(withWords(kept, left)).toEqual({ ...rest, text: 'Angry', correctiveAction: `Call ${CY}`, contact })
    expect(() => withWords(kept, { ...left, customerDigest: 'x' })).toThrow('altered')
    // Once is enough.
    expect(await transact(table, writes)).toHaveLength(1)
    expect((await wordsAfter(table, pk, 0)).get(2)).toEqual(left)
  })
  test('goes with all words that have no salt for them alone', () => {
    const pk = partition()
    const old = { customer: ACME, text: 'x', salt: 's', erased: false }
    expect(customerErasingWrites(pk, new Map([[7, old]]), 'acme')).toEqual([erasedWordsWrite(pk, 7)])
  })
  test('is vouched for in words of before they had a salt of their own', () => {
    // As such events and words lie there.
    const words: Words = { customer: ACME, text: 'x', salt: 's', erased: false }
    const event: KeptEvent = { ...acted(2, 'note'), words: digestOf({ customer: ACME, text: 'x', salt: 's' }) }
    expect(withWords(event, words)).toMatchObject({ text: 'x', customer: ACME })
    expect(() => withWords(event, { ...words, customer: { ...ACME, id: 'b' } })).toThrow('altered')
  })
})
