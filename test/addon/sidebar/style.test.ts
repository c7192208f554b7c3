import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const SIDEBAR = join('addon', 'sidebar')
const files = readdirSync(SIDEBAR, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'))
const styles = new Map(files.map((file) => [file, readFileSync(join(SIDEBAR, file), 'utf8')]))
const kit = styles.get(join('kit', 'style.css')) as string
const colours = new Map(
  [...kit.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name, value]) => [name, value] as const),
)

/** The contrast of two colours by WCAG 2.2, 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(name: string): number {
  const hex = colours.get(name)
  if (!hex) throw new Error(`There is no colour --${name}`)
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const grounds = ['paper', 'wash', 'blue-wash', 'bad-wash', 'good-wash', 'warn-wash']

describe('what the forms show can be read', () => {
  test.each(grounds.flatMap((ground) => ['ink', 'soft', 'blue'].map((text) => [text, ground])))(
    '%s on %s',
    (text, ground) => expect(contrast(text as string, ground as string)).toBeGreaterThanOrEqual(4.5),
  )

  test('a rule that sets a text and its ground', () => {
    const rules = [...styles.values()].flatMap((style) => [...style.matchAll(/\{([^{}]*)\}/g)].map(([, rule]) => rule))
    const pairs = rules.flatMap((rule) => {
      const text = /(?:^|[\s;])color: var\(--([\w-]+)\)/.exec(rule as string)?.[1]
      const ground = /background: var\(--([\w-]+)\)/.exec(rule as string)?.[1]
      return text && ground ? [[text, ground] as const] : []
    })
    expect(pairs.length).toBeGreaterThan(3)
    expect(pairs.filter(([text, ground]) => contrast(text, ground) < 4.5)).toEqual([])
  })

  test.each(['edge', 'blue', 'bad', 'good', 'warn'])('an edge in %s stands out from the paper', (edge) => {
    expect(contrast(edge, 'paper')).toBeGreaterThanOrEqual(3)
  })

  test('what has the focus has a ring', () => {
    for (const control of ['input', 'select', 'textarea', 'button', 'summary', 'a']) {
      expect(kit).toMatch(new RegExp(`(^|\\n)${control}:focus-visible[,\\s]`))
    }
    expect([...styles.values()].join('')).not.toMatch(/outline: (none|0)/)
  })
})

test.each([...styles])('%s takes its colours from the kit', (_, style) => {
  const rules = style.replace(/:root \{[^}]*\}/, '').replace(/\/\*[\s\S]*?\*\//g, '')
  expect(rules.match(/#[\da-f]{3,8}\b|rgba?\(|hsla?\(|: (black|white|red|gr[ae]y)\b/gi)).toBeNull()
})
