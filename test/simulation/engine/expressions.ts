import type { Item, Values } from './item.ts'

type Holds = (item: Item | undefined, values: Values) => boolean
type Reads = (item: Item | undefined, values: Values) => unknown
type Tokens = { next(): string; peek(): string | undefined; take(expected: string): void }

const conditions = new Map<string, Holds>()

/** Whether an expression of conditions or keys holds for an item; undefined stands for one that is not there. */
export function holds(text: string, item: Item | undefined, values: Values): boolean {
  const known = conditions.get(text) ?? whole(text)
  conditions.set(text, known)
  return known(item, values)
}

/** The words of an expression. @throws Error for what no expression of the program has. */
export function tokensOf(text: string): Tokens {
  const words = text.match(/[:#]?\w+|<=|>=|<>|\S/g) ?? []
  let at = 0
  return {
    next: () => words[at++] ?? '',
    peek: () => words[at],
    take(expected) {
      if (words[at++] !== expected) throw new Error(`"${text}" has no ${expected} where one is needed.`)
    },
  }
}

/** An attribute's name, itself or by its alias. */
export function nameOf(word: string, { names }: Values): string {
  return word.startsWith('#') ? (names[word] ?? '') : word
}

/** What a word stands for: a value of the request or an attribute of the item. */
export function operand(word: string): Reads {
  if (word.startsWith(':')) return (_, { values }) => values[word]
  if (!/^#?\w+$/.test(word)) throw new Error(`The engine of simulations does not know "${word}".`)
  return (item, values) => item?.[nameOf(word, values)]
}

function whole(text: string): Holds {
  const tokens = tokensOf(text)
  const condition = anyOf(tokens)
  if (tokens.peek() !== undefined) throw new Error(`The engine of simulations does not know all of "${text}".`)
  return condition
}

function anyOf(tokens: Tokens): Holds {
  const first = allOf(tokens)
  if (tokens.peek() !== 'OR') return first
  tokens.next()
  const rest = anyOf(tokens)
  return (item, values) => first(item, values) || rest(item, values)
}

function allOf(tokens: Tokens): Holds {
  const first = one(tokens)
  if (tokens.peek() !== 'AND') return first
  tokens.next()
  const rest = allOf(tokens)
  return (item, values) => first(item, values) && rest(item, values)
}

function one(tokens: Tokens): Holds {
  const word = tokens.next()
  if (word === '(') {
    const inner = anyOf(tokens)
    tokens.take(')')
    return inner
  }
  if (word === 'attribute_exists' || word === 'attribute_not_exists') {
    tokens.take('(')
    const read = operand(tokens.next())
    tokens.take(')')
    return (item, values) => (read(item, values) === undefined) === (word === 'attribute_not_exists')
  }
  const left = operand(word)
  const comparison = tokens.next()
  const right = operand(tokens.next())
  if (comparison !== 'BETWEEN') return (item, values) => isSo(left(item, values), comparison, right(item, values))
  tokens.take('AND')
  const high = operand(tokens.next())
  return (item, values) =>
    isSo(left(item, values), '>=', right(item, values)) && isSo(left(item, values), '<=', high(item, values))
}

/** What is missing or of another type is neither equal nor more nor less. */
function isSo(left: unknown, comparison: string, right: unknown): boolean {
  if (left === undefined || typeof left !== typeof right || typeof left === 'object') return false
  const [a, b] = [left as string, right as string]
  if (comparison === '=') return a === b
  if (comparison === '<') return a < b
  if (comparison === '<=') return a <= b
  if (comparison === '>') return a > b
  if (comparison === '>=') return a >= b
  throw new Error(`The engine of simulations does not know "${comparison}".`)
}
