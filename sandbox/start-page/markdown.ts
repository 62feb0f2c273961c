import { html, type Markup } from '../esignet/pages/html.ts'
import { inline } from './markdown-inline.ts'

type Block = (lines: readonly string[]) => Markup

const joined = (lines: readonly string[], marker: RegExp): readonly string[] => {
  const items: string[] = []
  for (const line of lines) {
    const last = items.length - 1
    if (marker.test(line) || last < 0) items.push(line.replace(marker, ''))
    else items[last] = `${items[last]} ${line.trim()}`
  }
  return items
}

const items = (lines: readonly string[], marker: RegExp): readonly Markup[] =>
  joined(lines, marker).map((item) => html`<li>${inline(item)}</li>`)

const cells = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())

const table: Block = ([head = '', , ...rows]) => html`<div class="scroll"><table>
<thead><tr>${cells(head).map((cell) => html`<th scope="col">${inline(cell)}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${cells(row).map((cell) => html`<td>${inline(cell)}</td>`)}</tr>`)}</tbody>
</table></div>`

const heading: Block = ([line = '']) => {
  const level = /^#+/.exec(line)?.[0].length ?? 1
  const words = inline(line.replace(/^#+\s*/, ''))
  if (level === 1) return html`<h1>${words}</h1>`
  return level === 2 ? html`<h2>${words}</h2>` : html`<h3>${words}</h3>`
}

/** Kinds of block by how their first line begins, most particular first. */
const kinds: readonly (readonly [RegExp, Block])[] = [
  [/^#{1,3}\s/, heading],
  [/^\s*[-*]\s/, (lines) => html`<ul>${items(lines, /^\s*[-*]\s+/)}</ul>`],
  [/^\s*\d+\.\s/, (lines) => html`<ol>${items(lines, /^\s*\d+\.\s+/)}</ol>`],
  [
    /^>\s?/,
    (lines) => html`<blockquote><p>${inline(joined(lines, /^(?!)/).join(' ').replace(/>\s?/g, ''))}</p></blockquote>`,
  ],
  [/^\|/, table],
]

const paragraph: Block = (lines) => html`<p>${inline(lines.map((line) => line.trim()).join(' '))}</p>`

const blockOf = (lines: readonly string[]): Markup => {
  const kind = kinds.find(([start]) => start.test(lines[0] ?? ''))
  return (kind?.[1] ?? paragraph)(lines)
}

/** Splits a heading from what follows it without an empty line between. */
const withOwnHeading = (lines: readonly string[]): readonly (readonly string[])[] => {
  const [first = '', ...rest] = lines
  return /^#{1,3}\s/.test(first) && rest.length > 0 ? [[first], ...withOwnHeading(rest)] : [lines]
}

/**
 * Renders the plain subset of Markdown that the problem pages are written in: headings, paragraphs, lists, quotes, tables,
 * fenced code, and what `inline` knows. HTML in the source stays text.
 */
export const renderMarkdown = (source: string): Markup => {
  const blocks = source.replaceAll('\r', '').split(/^```[^\n]*$/m)
  return html`${blocks.flatMap((part, index) => {
    if (index % 2 === 1) return [html`<pre><code>${part.replace(/^\n|\n$/g, '')}</code></pre>`]
    const groups = part.split(/\n\s*\n/).map((group) => group.split('\n').filter((line) => line.trim() !== ''))
    return groups
      .filter((group) => group.length > 0)
      .flatMap(withOwnHeading)
      .map(blockOf)
  })}`
}
