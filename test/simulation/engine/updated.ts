import { nameOf, operand, tokensOf } from './expressions.ts'
import { copied, type Item, type Values } from './item.ts'

type Change = (after: Item, before: Item | undefined, values: Values) => void

const changes = new Map<string, Change[]>()

/** The item after an update expression; one that was not there begins with its key. */
export function updated(text: string, key: Item, before: Item | undefined, values: Values): Item {
  const known = changes.get(text) ?? changesOf(text)
  changes.set(text, known)
  const after = { ...(before ?? copied(key)) }
  for (const change of known) change(after, before, values)
  return after
}

function changesOf(text: string): Change[] {
  const tokens = tokensOf(text)
  const found: Change[] = []
  while (tokens.peek() !== undefined) {
    const clause = tokens.next()
    do found.push(changeOf(clause, tokens))
    while (tokens.peek() === ',' && tokens.next())
  }
  return found
}

function changeOf(clause: string, tokens: ReturnType<typeof tokensOf>): Change {
  const word = tokens.next()
  if (clause === 'REMOVE') {
    return (after, _, values) => {
      delete after[nameOf(word, values)]
    }
  }
  if (clause === 'ADD') {
    const added = operand(tokens.next())
    return (after, before, values) => {
      const name = nameOf(word, values)
      after[name] = ((before?.[name] as number | undefined) ?? 0) + (added(before, values) as number)
    }
  }
  if (clause !== 'SET') throw new Error(`The engine of simulations does not know ${clause}.`)
  tokens.take('=')
  const isOnce = tokens.peek() === 'if_not_exists'
  if (isOnce) for (const part of ['if_not_exists', '(', word, ',']) tokens.take(part)
  const value = operand(tokens.next())
  if (isOnce) tokens.take(')')
  return (after, before, values) => {
    const name = nameOf(word, values)
    if (!isOnce || before?.[name] === undefined) after[name] = copied(value(before, values))
  }
}
