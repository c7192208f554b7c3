import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OrderHistory } from '../../core/clv/order-histories.ts'
import { numberCells, orderCells, orderTab } from './cells.ts'
import type { Comparison } from './compared.ts'
import { generatedIndicators, generatedOrders, generatedValues, writeOrders } from './generated.ts'
import { cdnowHistories, generatedHistories, writeHistories } from './histories.ts'
import type { Script } from './script.ts'

const million = generatedOrders(1_000_000, 100_000)
const hundredThousand = generatedOrders(100_000, 10_000)
const halfMillion = generatedOrders(500_000, 30_000)
const indicators = generatedIndicators(100_000)
const ranked = generatedValues(10_000)
const histories = generatedHistories(100_000)
const cdnow = cdnowHistories()
/** Published for CDNOW: Fader, Hardie and Lee (2005). */
const parameters = { model: 'BG', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const
const WEEKS_AHEAD = 39

/** Writes what the peers read. */
export function writePeerData(folder: string): void {
  writeOrders(join(folder, 'million.csv'), million)
  writeOrders(join(folder, 'hundred-thousand.csv'), hundredThousand)
  writeFileSync(join(folder, 'indicators.f64'), indicators)
  writeFileSync(join(folder, 'ranked.f64'), ranked)
  writeHistories(join(folder, 'histories.f64'), histories)
  if (cdnow) writeHistories(join(folder, 'cdnow.f64'), cdnow)
}

/**
 * The works, and how much of the peer's time each may take.
 *
 * @param script The built add-on.
 * @param rules What `rules.ts` is built to: rules beneath the formulas, a million orders giving more cells than a formula may.
 */
export function comparisons(script: Script, rules: Script): Comparison[] {
  const rfmOfTab = () => {
    const rows = orderTab(rules, million)
    return () => rules.call('rfmOfTab', rows)
  }
  return [
    {
      work: 'RFM, 1,000,000 orders',
      prepare: rfmOfTab,
      runs: 5,
      against: { peer: 'pandas', work: 'rfm million', most: 0.5, figure: tabFigure },
    },
    {
      work: 'RFM, 1,000,000 orders, R',
      prepare: rfmOfTab,
      runs: 3,
      against: { peer: 'R rfm', work: 'rfm million', most: 0.1, figure: tabFigure, tolerance: Infinity },
    },
    {
      work: 'RFM, 100,000 orders',
      prepare: () => {
        const { ids, dates, amounts } = orderCells(script, hundredThousand)
        return () => script.call('TS_RFM', ids, dates, amounts)
      },
      runs: 11,
      against: { peer: 'pandas', work: 'rfm hundred-thousand', most: 0.3, figure: rfmFigure },
    },
    {
      work: 'Cohorts, 1,000,000 orders',
      prepare: () => {
        const { ids, dates } = orderCells(script, million)
        return () => script.call('TS_COHORT', ids, dates)
      },
      runs: 5,
      against: { peer: 'pandas', work: 'cohort million', most: 1, figure: cohortFigure },
    },
    {
      work: 'Weighted score, 100,000 x 5',
      prepare: () => {
        const data = numberCells(script, indicators, 5)
        return () => script.call('TS_WEIGHTED_SCORE', data, [[5, 4, 3, 2, 1]], [[1, 1, 1, -1, -1]])
      },
      runs: 11,
      against: { peer: 'pandas', work: 'weighted score', most: 2, figure: columnSum },
    },
    {
      work: 'Percent ranks, 10,000 rows',
      prepare: () => {
        const data = numberCells(script, ranked, 1)
        return () => script.call('TS_NORMALIZE', data, 'PERCENTRANK', 1, 1)
      },
      runs: 3,
      against: { peer: 'LibreOffice', work: 'percentrank', most: 1 / 500, figure: columnSum, tolerance: 1e-3 },
    },
    {
      work: 'Expected orders, 100,000 customers',
      prepare: () => () => rules.call('expectedOrdersOfAll', parameters, histories, WEEKS_AHEAD),
      runs: 5,
      against: { peer: 'scipy', work: 'expected orders', most: 10, figure: sum },
    },
    ...(cdnow ? [fitOfCdnow(rules, cdnow)] : []),
    {
      work: 'TS_RFM, 500,000 orders',
      prepare: () => {
        const { ids, dates, amounts } = orderCells(script, halfMillion)
        return () => script.call('TS_RFM', ids, dates, amounts)
      },
      runs: 5,
    },
  ]
}

function fitOfCdnow(rules: Script, customers: readonly OrderHistory[]): Comparison {
  return {
    work: 'BG/NBD fit, CDNOW',
    prepare: () => () => rules.call('repeatFit', customers, 'BG'),
    runs: 11,
    against: {
      peer: 'scipy',
      work: 'bgnbd fit',
      most: 4,
      figure: ({ logLikelihood }: { logLikelihood: number }) => logLikelihood,
    },
  }
}

type Scores = { r: number[]; m: number[]; frequency: number[]; monetary: number[] }

/** R, M, frequency and monetary value added up; not F, whose ties each has its own way with. */
function tabFigure({ r, m, frequency, monetary }: Scores): number {
  return sum([r, m, frequency, monetary].map(sum))
}

function rfmFigure([, ...rows]: number[][]): number {
  return sum(rows.flatMap((row) => [row[3], row[4], row[5], row[7]] as number[]))
}

function cohortFigure([, ...rows]: unknown[][]): number {
  return sum(rows.flatMap((row) => row.slice(2).filter((rate) => typeof rate === 'number')))
}

function columnSum(rows: number[][]): number {
  return sum(rows.map(([cell]) => cell as number))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
