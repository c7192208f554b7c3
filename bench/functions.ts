import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { compared, verdict } from './functions/compared.ts'
import { comparisons, writePeerData } from './functions/comparisons.ts'
import { openPeer, type Peer } from './functions/peer.ts'
import { openScript } from './functions/script.ts'

const SCRIPT = 'dist/addon/Code.js'
/** Debian's own Python, which has Debian's packages, before one that somebody put in front of it. */
const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3'

/**
 * The scoring formulas of the built script against pandas and scipy, R and LibreOffice where they are installed: in one
 * run, on the same data, with the same figures found. Dates are Date cells, ids are text; pandas begins from a
 * DataFrame in memory.
 */
export async function functions() {
  const folder = mkdtempSync(join(tmpdir(), 'tiersheet-bench-'))
  const rulesFile = join(folder, 'rules.js')
  writeFileSync(rulesFile, await rulesCode())
  writePeerData(folder)
  const peers = await openPeers(folder)
  try {
    const rows: Record<string, object> = {}
    for (const comparison of comparisons(
      openScript(readFileSync(SCRIPT, 'utf8')),
      openScript(readFileSync(rulesFile, 'utf8')),
    )) {
      rows[comparison.work] = await compared(comparison, peers)
    }
    return { ...rows, ...peakMemory(rulesFile), ...scriptSize() }
  } finally {
    for (const peer of peers.values()) peer.close()
    rmSync(folder, { recursive: true })
  }
}

async function openPeers(folder: string): Promise<Map<string, Peer>> {
  const peers = new Map<string, Peer>()
  const open = async (name: string, command: string, program: string) => {
    const peer = await openPeer(command, [`bench/peers/${program}`, folder])
    if (peer) peers.set(name, peer)
  }
  await open('pandas', PYTHON, 'pandas_scipy.py')
  const python = peers.get('pandas')
  if (python) peers.set('scipy', python)
  await open('R rfm', 'Rscript', 'rfm.R')
  await open('LibreOffice', PYTHON, 'percentrank.py')
  return peers
}

/** `rules.ts` built as the add-on is. */
async function rulesCode(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['bench/functions/rules.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'Tiersheet',
    target: 'es2020',
    minify: true,
    footer: { js: 'var { rfmOfTab, repeatFit, expectedOrdersOfAll } = Tiersheet' },
  })
  return outputFiles[0]?.text as string
}

function peakMemory(rulesFile: string) {
  const kb = Number(
    execFileSync(process.execPath, ['dist/local/bench-peak-memory.js', rulesFile], { encoding: 'utf8' }),
  )
  return {
    'Peak memory, 1,000,000 orders': { MB: Math.round(kb / 1024), 'at most': 600, target: verdict(kb / 1024, 600) },
  }
}

function scriptSize() {
  const kb = statSync(SCRIPT).size / 1000
  return { 'Code.js': { KB: Math.round(kb), 'at most': 200, target: verdict(kb, 200) } }
}
