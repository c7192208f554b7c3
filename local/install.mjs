/**
 * Installs the packages of package-lock.json where they are missing or of another lock, otherwise says nothing.
 *
 *     node local/install.mjs             all packages
 *     node local/install.mjs --omit=dev  those that the program runs with
 *
 * Runs before anything is installed, so it needs Node alone. Everything is said on stderr: stdout stays the program's.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { npm } from './npm.mjs'

const LOCK = '.tiersheet/installing'
const BEAT_MS = 2000
/** A lock that its holder has not touched for so long belongs to a process that was killed. */
const STALE_MS = 15_000

const omitDev = process.argv.includes('--omit=dev')

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Tiersheet needs Node 20.19 or later, and this is ${process.versions.node}. Install it from https://nodejs.org.`)
}
if (!isInstalled()) {
  const release = await lock()
  try {
    if (!isInstalled()) await install()
  } finally {
    release()
  }
}

async function install() {
  say(`Installing packages, once, about ${omitDev ? '300 MB' : '1 GB'}: this takes one to five minutes.`)
  const code = await npm(['ci', '--no-fund', '--no-audit', omitDev ? '--omit=dev' : '--include=dev'])
  if (code !== 0) {
    process.exitCode = 1
    return say(
      `Packages could not be installed (npm ci: ${code}). Look at npm's lines above, check the network, try again.`,
    )
  }
}

/** Whether npm's own record of what it installed, written when it is done, has all that package-lock.json asks for. */
function isInstalled() {
  const found = packagesOf('node_modules/.package-lock.json')
  if (!found) return false
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, integrity, dev, optional, devOptional }]) => {
      if (path === '' || optional || devOptional || (dev && omitDev)) return true
      return found[path]?.version === version && found[path].integrity === integrity
    },
  )
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}

/** Waits until no other process installs; gives back what ends the wait of the next. */
async function lock() {
  for (let told = false; !taken(); ) {
    if (age() > STALE_MS) rmSync(LOCK, { recursive: true, force: true })
    else {
      if (!told) say('Packages are being installed by another process: waiting for it.')
      told = true
      await sleep(500)
    }
  }
  const beat = setInterval(() => utimesSync(LOCK, new Date(), new Date()), BEAT_MS)
  return () => {
    clearInterval(beat)
    rmSync(LOCK, { recursive: true, force: true })
  }
}

function taken() {
  try {
    mkdirSync(dirname(LOCK), { recursive: true })
    mkdirSync(LOCK)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    fail(`This folder cannot be written to (${error.message}). Copy Tiersheet to a folder of your own.`)
  }
}

function age() {
  try {
    return Date.now() - statSync(LOCK).mtimeMs
  } catch {
    return 0
  }
}

function say(line) {
  process.stderr.write(`${line}\n`)
}

function fail(line) {
  say(line)
  process.exit(1)
}
