/**
 * Completes package-lock.json with the optional packages of other platforms.
 *
 * npm leaves out of the lock what its registry does not have, and `npm ci` then refuses the lock. What such a
 * package is for is told by its name (`cli-darwin-arm64`, `binding-linux-x64-musl`), so nothing is asked of the network;
 * an entry made here has no integrity hash until npm writes its own. Run it after every change of a dependency.
 *
 *     node local/complete-lock.mjs [package-lock.json]
 */
import { readFileSync, writeFileSync } from 'node:fs'

const OS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const CPU = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/** The lock with an entry for every optional dependency that it names, and which those are. */
export function completeLock(lock) {
  const packages = { ...lock.packages }
  const added = []
  for (const [path, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (isInstalled(packages, path, name)) continue
      packages[`node_modules/${name}`] = entry(name, version, lock.packages[path])
      added.push(`${name}@${version}`)
    }
  }
  const order = Object.keys(packages).sort((a, b) => a.localeCompare(b, 'en'))
  return { lock: { ...lock, packages: Object.fromEntries(order.map((key) => [key, packages[key]])) }, added }
}

/** Whether the package at `path`, or a folder above it, has `name` in its node_modules. */
function isInstalled(packages, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder}${folder && '/'}node_modules/${name}`]) return true
    if (folder === '') return false
  }
}

function entry(name, version, parent) {
  const words = name.slice(name.indexOf('/') + 1).split('-')
  const os = OS.filter((word) => words.includes(word))
  const cpu = CPU.filter((word) => words.includes(word))
  if (!/^\d+\.\d+\.\d+/.test(version) || os.length + cpu.length === 0)
    throw new Error(`${name}@${version}: its name does not tell its platform; add it to package-lock.json by hand`)
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : []
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(parent.dev && { dev: true }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  }
}

if (import.meta.filename === process.argv[1]) {
  const file = process.argv[2] ?? 'package-lock.json'
  const { lock, added } = completeLock(JSON.parse(readFileSync(file, 'utf8')))
  if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  process.stderr.write(`${file}: ${added.length} packages of other platforms added\n`)
}
