import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../../../sandbox/start-page/markdown.ts'

const rendered = (source: string): string => renderMarkdown(source).text.replaceAll('\n', '')

describe('the Markdown of the problem pages', () => {
  it.each([
    ['# A title', '<h1>A title</h1>'],
    ['## Next\nText goes\non', '<h2>Next</h2><p>Text goes on</p>'],
    ['- one\n- two\n  more', '<ul><li>one</li><li>two more</li></ul>'],
    ['1. one\n2. two', '<ol><li>one</li><li>two</li></ol>'],
    ['> so they\n> said', '<blockquote><p>so they said</p></blockquote>'],
    ['`a < b` and **bold** and *so*', '<p><code>a &lt; b</code> and <strong>bold</strong> and <em>so</em></p>'],
    [
      '[RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)',
      '<p><a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a></p>',
    ],
    ['[see](nonce-mismatch.md)', '<p><a href="/problems/nonce-mismatch">see</a></p>'],
    [
      '| A | B |\n|---|---|\n| 1 | `2` |',
      '<div class="scroll"><table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><td>1</td><td><code>2</code></td></tr></tbody></table></div>',
    ],
  ])('%j', (source, expected) => {
    expect(rendered(source)).toBe(expected)
  })

  it('keeps fenced code as it is', () => {
    expect(renderMarkdown('```json\n{ "a": "<b>" }\n\n# not a title\n```').text).toContain(
      '<pre><code>{ &quot;a&quot;: &quot;&lt;b&gt;&quot; }\n\n# not a title</code></pre>',
    )
  })

  it.each([
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '[x](data:text/html,hi)',
    '[x](https://e.example/"onmouseover="x)',
    '![x](https://e.example/y.png)',
    '**<img src=x>**',
  ])('lets no markup and no script through: %s', (source) => {
    expect(rendered(source)).not.toMatch(/<script|<img|href="(?!https:\/\/|\/)|onmouseover="|javascript:[^)]*"/)
  })
})
