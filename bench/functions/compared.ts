import { median } from '../../core/maths/median.ts'
import type { Peer } from './peer.ts'

/** A work of Tiersheet's, and the same done by a peer. */
export type Comparison = {
  work: string
  /** Makes the cells, and gives the work on them. */
  prepare: () => () => unknown
  runs: number
  against?: Against
}

type Against = {
  peer: string
  /** What the peer calls the work. */
  work: string
  /** The most that Tiersheet may take, in times of the peer. */
  most: number
  /** A figure of the result on which both sides must agree, to a millionth or to `tolerance`. */
  figure: (result: never) => number
  tolerance?: number
}

/** Medians of runs that take turns, after a first of each; Tiersheet alone where the peer is not there. */
export async function compared({ work, prepare, runs, against }: Comparison, peers: ReadonlyMap<string, Peer>) {
  const ours = prepare()
  const first = timed(ours)
  const peer = against && peers.get(against.peer)
  const theirs = against && peer?.works.has(against.work) ? () => peer.run(against.work) : undefined
  if (against && theirs) checkFigure(work, against, against.figure(first.result as never), (await theirs()).figure)
  const oursMs: number[] = []
  const peerMs: number[] = []
  for (let run = 0; run < runs; run++) {
    if (theirs) peerMs.push((await theirs()).ms)
    oursMs.push(timed(ours).ms)
  }
  const ms = median(oursMs) as number
  return {
    'first ms': threeDigits(first.ms),
    ms: threeDigits(ms),
    ...(against ? besidePeer(against, ms, median(peerMs)) : {}),
  }
}

export function verdict(value: number, most: number): string {
  return value <= most ? 'reached' : 'not reached'
}

function besidePeer({ peer, most }: Against, ms: number, peerMs: number | undefined) {
  if (peerMs === undefined)
    return { peer: `${peer} (not installed)`, 'at most': threeDigits(most), target: 'not measured' }
  return {
    peer,
    'peer ms': threeDigits(peerMs),
    'times the peer': threeDigits(ms / peerMs),
    'at most': threeDigits(most),
    target: verdict(ms / peerMs, most),
  }
}

function checkFigure(work: string, { peer, tolerance = 1e-6 }: Against, ours: number, theirs: number): void {
  if (Math.abs(ours - theirs) <= tolerance * Math.abs(theirs)) return
  throw new Error(`${work}: Tiersheet finds ${ours}, ${peer} ${theirs}`)
}

function timed(work: () => unknown): { ms: number; result: unknown } {
  const started = performance.now()
  const result = work()
  return { ms: performance.now() - started, result }
}

function threeDigits(value: number): number {
  return Number(value.toPrecision(3))
}
