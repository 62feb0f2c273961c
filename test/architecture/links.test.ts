import { describe, expect, test } from 'vitest'
import { filesOfTheCheckout, textOf } from './checkout.ts'
import { linksOf, placesOf } from './links.ts'

const files = filesOfTheCheckout()
const there = new Set(
  files.flatMap((file) => file.split('/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/'))),
)
const pages = files.filter((file) => /^(docs\/.*|[^/]+)\.md$/.test(file))

describe('the documents', () => {
  test('link to files that exist', () => {
    const lost = pages.flatMap((page) =>
      linksOf(page, textOf(page))
        .filter((path) => !there.has(path))
        .map((path) => `${page} → ${path}`),
    )
    expect(lost).toEqual([])
  })

  test('name functions that exist, in the files they say', () => {
    const lost = pages.flatMap((page) =>
      placesOf(page, textOf(page))
        .filter(({ file, name }) => !there.has(file) || !wordsIn(textOf(file)).has(name))
        .map(({ file, name }) => `${page}: [${file} › ${name}]`),
    )
    expect(lost).toEqual([])
  })
})

const wordsIn = (text: string): ReadonlySet<string> => new Set(text.match(/[\w$]+/g))

describe('a link is read', () => {
  test.each([
    ['[a](../adr/0001-x.md)', 'docs/adr/0001-x.md'],
    ['[a](river.md#the-code)', 'docs/runbooks/river.md'],
    ['[`code`](../../shared/kernel/codes.ts)', 'shared/kernel/codes.ts'],
    ['![a picture](./flow.svg "The flow")', 'docs/runbooks/flow.svg'],
    ['[a](../problems/)', 'docs/problems'],
    ['[a](/services/visa.json)', 'services/visa.json'],
    ['see [that]\n\n[that]: ../river.md', 'docs/river.md'],
  ])('%s', (text, path) => {
    expect(linksOf('docs/runbooks/page.md', text)).toEqual([path])
  })

  test.each([
    '[a](https://example.org)',
    '[a](mailto:a@example.org)',
    '[a](#here)',
    '```md\n[a](x.md)\n```',
    'write `[a](x.md)` so',
  ])('but %s is none', (text) => {
    expect(linksOf('docs/page.md', text)).toEqual([])
  })

  test('so is a place of the river', () => {
    const text = [
      'First [`functions/login/handler.ts › loginHandler`](../functions/login/handler.ts),',
      'then [codes.ts › refusal](../shared/kernel/codes.ts) and [shared/kernel/result.ts › ok].',
      'A place whose link leads elsewhere stays what it says: [result.ts › ok](../shared/kernel/codes.ts).',
    ]
    expect(placesOf('docs/river.md', text.join('\n'))).toEqual([
      { file: 'functions/login/handler.ts', name: 'loginHandler' },
      { file: 'shared/kernel/codes.ts', name: 'refusal' },
      { file: 'shared/kernel/result.ts', name: 'ok' },
      { file: 'result.ts', name: 'ok' },
    ])
  })
})
