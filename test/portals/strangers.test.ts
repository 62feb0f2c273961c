import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { kitTexts } from '../../portals/kit/texts.js'
import { texts as bankTexts } from '../../portals/omera-bank/texts.js'
import { texts as visaTexts } from '../../portals/visa/texts.js'

const folders = ['portals/kit', 'portals/omera-bank', 'portals/visa']
const files = (extension: RegExp) =>
  folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => extension.test(name))
      .map((name) => join(folder, name)),
  )
const read = (file: string) => readFileSync(file, 'utf8')

describe('the portals are strangers', () => {
  test.each(files(/\.[jt]s$/))('%s imports nothing but its own portal, the kit and node', (file) => {
    const allowed = ['portals/kit/', `${dirname(file)}/`]
    const imports = [...read(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((found) => found[1] ?? '')
    const foreign = imports
      .filter((specifier) => !specifier.startsWith('node:'))
      .filter((specifier) => !allowed.some((folder) => normalize(join(dirname(file), specifier)).startsWith(folder)))
    expect(foreign).toEqual([])
  })

  test.each(files(/\.(js|html|css|svg)$/))('%s loads nothing from elsewhere and parses no data as HTML', (file) => {
    const content = read(file)
      .replaceAll('http://www.w3.org/2000/svg', '')
      .replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '')
    expect(content).not.toMatch(
      /https?:\/\/|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(| style="|\son[a-z]+="/,
    )
  })
})

describe('the words', () => {
  const words: Record<string, Record<string, string>> = { 'omera-bank': bankTexts.en.page, visa: visaTexts.en.page }

  test.each(files(/\.html$/))('%s says in HTML what texts.js says, so that it reads without scripts too', (file) => {
    const page = words[file.split('/')[1] ?? ''] ?? {}
    const said = [...read(file).matchAll(/data-text="(\w+)"\s*>([^<]*)</g)]
    expect(said.length).toBeGreaterThan(3)
    for (const [, key = '', text] of said) expect(text?.replaceAll(/\s+/g, ' ').trim(), key).toBe(page[key])
  })

  test('the kit names every outcome of a decision and of a login', () => {
    expect(Object.keys(kitTexts.en.decision).sort()).toEqual(
      ['consent', 'deny', 'manual-review', 'permit', 're-authenticate', 're-verify', 'step-up', 'unknown'].sort(),
    )
    expect(Object.keys(kitTexts.en.outcomes).sort()).toEqual(
      ['denied', 'not-possible', 'technical', 'timed-out'].sort(),
    )
  })
})

describe('the colours keep 4.5:1 between text and ground (WCAG 2.2 §1.4.3)', () => {
  const tokens = (sheet: string) =>
    new Map([...sheet.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((found) => [found[1], found[2]]))
  const kit = tokens(read('portals/kit/tokens.css'))
  const looks = { 'omera-bank': kit, visa: new Map([...kit, ...tokens(read('portals/visa/visa.css'))]) }
  const pairs = [
    ['ink', 'paper'],
    ['ink', 'ground'],
    ['muted', 'paper'],
    ['muted', 'ground'],
    ['muted', 'tint'],
    ['brand', 'paper'],
    ['brand', 'ground'],
    ['brand', 'tint'],
    ['on-brand', 'brand'],
    ['on-brand', 'brand-strong'],
    ['good', 'good-tint'],
    ['gap', 'gap-tint'],
    ['bad', 'bad-tint'],
    ['good', 'paper'],
    ['gap', 'paper'],
    ['bad', 'paper'],
  ]
  for (const [name, look] of Object.entries(looks)) {
    test.each(pairs)(`${name}: %s on %s`, (front = '', back = '') => {
      const [light = 0, dark = 0] = [luminance(look.get(front)), luminance(look.get(back))].sort((a, b) => b - a)
      expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5)
    })
  }
})

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string | undefined): number {
  if (colour === undefined) throw new Error('no such colour')
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
