import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { html } from '../esignet/pages/html.ts'
import { layout } from './layout.ts'
import { renderMarkdown } from './markdown.ts'
import { inline } from './markdown-inline.ts'

const folder = (): string => join(process.cwd(), 'docs', 'problems')

const codes = (): readonly string[] =>
  existsSync(folder())
    ? readdirSync(folder())
        .filter((file) => /^[a-z0-9-]+\.md$/.test(file))
        .map((file) => file.replace(/\.md$/, ''))
        .sort()
    : []

const titleOf = (source: string, code: string): string => /^#\s+(.+)$/m.exec(source)?.[1]?.replaceAll('`', '') ?? code

/** The first sentence under the first heading of a page: what happened. */
const summaryOf = (source: string): string => {
  const paragraph = source.split(/\n\s*\n/).find((block) => block.trim() !== '' && !block.startsWith('#')) ?? ''
  return /^.*?[.!?](?=\s|$)/s.exec(paragraph.trim())?.[0].replaceAll('\n', ' ') ?? paragraph
}

const read = (code: string): string => readFileSync(join(folder(), `${code}.md`), 'utf8')

/** The page that explains one refusal code; `undefined` when there is none. Codes come from the listing, never from a path. */
export const problemPage = (code: string): string | undefined => {
  if (!codes().includes(code)) return undefined
  const source = read(code)
  const body = html`<article class="wrap prose">
<p class="crumb"><a href="/problems/">All reasons</a> <span aria-hidden="true">/</span> <code>${code}</code></p>
${renderMarkdown(source)}
</article>`
  return layout(`${titleOf(source, code)} · Verify Once`, body)
}

/** All of them. */
export const problemIndex = (): string => {
  const entries = codes().map(
    (code) =>
      html`<li><a href="/problems/${code}"><code>${code}</code></a> <span>${inline(summaryOf(read(code)))}</span></li>`,
  )
  const content =
    entries.length === 0 ? html`<p>No explanation has been written yet.</p>` : html`<ul class="reasons">${entries}</ul>`
  return layout(
    'Every reason a login can fail · Verify Once',
    html`<article class="wrap prose"><h1>Every reason a login can fail</h1>
<p>Each has one code, the same in the answer, the log and the audit trail. Each page says what happened, whose turn it is, and what to do.</p>
${content}</article>`,
  )
}

export const notFoundPage = (): string =>
  layout(
    'No such page · Verify Once',
    html`<article class="wrap prose"><h1>There is no such page</h1><p>Go back to <a href="/">the start page</a>, or look through <a href="/problems/">every reason a login can fail</a>.</p></article>`,
  )
