import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** Sizes of what is pushed to Google and to Lambda, whole and compressed. */
export async function bundleSizes() {
  const files = ['dist/addon', 'dist/functions/lambda'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => !name.endsWith('.map'))
      .map((name) => `${folder}/${name}`),
  )
  return Object.fromEntries(files.map((file) => [file, sizes(readFileSync(file))]))
}

function sizes(content: Buffer) {
  const kb = (bytes: number) => Math.round(bytes / 1024)
  return { KB: kb(content.length), 'KB gzipped': kb(gzipSync(content).length) }
}
