import { spawnSync } from 'node:child_process'
import { subjects } from './subjects.mjs'

/**
 * Mutation testing, which breaks code in many small ways and counts how many the tests see.
 *
 *     npm run mutate                                   the rules, most of an hour
 *     npm run mutate -- --mutate 'core/rfm/*.ts'       one folder of them
 *     npm run mutate -- --store                        store, keys, tokens and writer, file by file
 *     npm run mutate -- --store functions/secrets.ts   some of these
 *
 * With `--store` it ends with 1 where a file has less than 90 %.
 */
const [first, ...named] = process.argv.slice(2)
const stryker = (config, file, options = []) => {
  const env = { ...process.env, ...(file && { MUTATED: file }) }
  return spawnSync('stryker', ['run', `test/mutation/${config}`, ...options], { stdio: 'inherit', env }).status ?? 1
}

if (first !== '--store') process.exitCode = stryker('stryker.config.mjs', undefined, process.argv.slice(2))
else {
  const unknown = named.filter((file) => !(file in subjects))
  if (unknown.length > 0)
    throw new Error(`Name the tests of ${unknown.join(', ')} in test/mutation/subjects.mjs first.`)
  for (const file of named.length > 0 ? named : Object.keys(subjects))
    if (stryker('store.config.mjs', file) !== 0) process.exitCode = 1
}
