import { type CellReader, folded, type StatisticCell } from './cell-reader.ts'
import { daySpan } from './day-span.ts'
import { type Condition, type ConditionTree, isGroup } from './statistic.ts'

/** Whether a row meets a condition: 'unread' where it depends on a cell that can't be read. */
export type Met = true | false | 'unread'

/** A row's cell of a field; blank where the rows have no such field. */
export type CellOf<Row> = (row: Row, field: string) => StatisticCell

/**
 * What tests rows against conditions, prepared once for all of them.
 *
 * Logic of three values, by Kleene: an unreadable cell decides nothing by itself, and where the other conditions do not
 * decide either, the row is neither in nor out. A blank cell has no number and no day: of conditions on those it meets
 * "is not" alone, as a blank text does.
 *
 * @param unread Is told of every cell that was needed and could not be read.
 */
export function conditionTest<Row>(
  tree: ConditionTree,
  cellOf: CellOf<Row>,
  reader: CellReader,
  today: number,
  unread: (row: Row, field: string, as: 'number' | 'date') => void,
): (row: Row) => Met {
  if (!isGroup(tree)) return singleTest(tree, cellOf, reader, today, unread)
  const tests = tree.of.map((each) => conditionTest(each, cellOf, reader, today, unread))
  if (tree.every === 'all') return (row) => decided(tests, row, false)
  if (tree.every === 'any') return (row) => decided(tests, row, true)
  return (row) => opposite(decided(tests, row, true))
}

/** The deciding value where a test has it; else 'unread' where one is, else the other value. */
function decided<Row>(tests: readonly ((row: Row) => Met)[], row: Row, deciding: boolean): Met {
  const found = tests.map((test) => test(row))
  if (found.includes(deciding)) return deciding
  return found.includes('unread') ? 'unread' : !deciding
}

function opposite(met: Met): Met {
  return met === 'unread' ? met : !met
}

function singleTest<Row>(
  condition: Condition,
  cellOf: CellOf<Row>,
  reader: CellReader,
  today: number,
  unread: (row: Row, field: string, as: 'number' | 'date') => void,
): (row: Row) => Met {
  const { field } = condition
  const textual = textTest(condition)
  if (textual) return (row) => textual(folded(reader.text(cellOf(row, field))))
  const span = daySpan(condition, today)
  const as = span ? 'date' : 'number'
  const read = span ? reader.day : reader.number
  const holds = span ? (day: number) => day >= span.from && day <= span.to : numberTest(condition)
  return (row) => {
    const cell = cellOf(row, field)
    if (reader.text(cell) === '') return condition.operator === 'notEquals'
    const found = read(cell)
    if (found !== undefined) return holds(found)
    unread(row, field, as)
    return 'unread'
  }
}

/** A condition on a folded text; undefined for one on a number or date. */
function textTest(condition: Condition): ((text: string) => boolean) | undefined {
  switch (condition.operator) {
    case 'blank':
      return (text) => text === ''
    case 'notBlank':
      return (text) => text !== ''
    case 'is':
    case 'isNot': {
      const wanted = folded(condition.text)
      const is = condition.operator === 'is'
      return (text) => (text === wanted) === is
    }
    case 'contains': {
      const wanted = folded(condition.text)
      return (text) => text.includes(wanted)
    }
    case 'oneOf': {
      const wanted = new Set(condition.texts.map(folded))
      return (text) => wanted.has(text)
    }
    default:
      return undefined
  }
}

function numberTest(condition: Condition): (number: number) => boolean {
  switch (condition.operator) {
    case 'equals':
      return (number) => number === condition.value
    case 'notEquals':
      return (number) => number !== condition.value
    case 'less':
      return (number) => number < condition.value
    case 'atMost':
      return (number) => number <= condition.value
    case 'more':
      return (number) => number > condition.value
    case 'atLeast':
      return (number) => number >= condition.value
    case 'between':
      return (number) => number >= condition.from && number <= condition.to
    default:
      return () => false
  }
}
