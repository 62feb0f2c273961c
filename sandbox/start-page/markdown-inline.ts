import { html, type Markup } from '../esignet/pages/html.ts'

/** `other-code.md` beside this page is that problem's page; only web addresses may lead elsewhere. */
const safeTarget = (target: string): string | undefined => {
  const neighbour = /^(?:\.\/)?([a-z0-9-]+)\.md$/.exec(target)?.[1]
  if (neighbour !== undefined) return `/problems/${neighbour}`
  return /^https?:\/\/[^\s"'<>]+$/.test(target) ? target : undefined
}

const link = (words: string, target: string): Markup => {
  const safe = safeTarget(target)
  return safe === undefined ? html`${words}` : html`<a href="${safe}">${words}</a>`
}

const pattern = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([^)\s]+)\)/g

/** Code, strong, emphasis and links of one line; everything else is text and is escaped. */
export const inline = (text: string): readonly Markup[] => {
  const parts: Markup[] = []
  let end = 0
  for (const match of text.matchAll(pattern)) {
    const [whole, code, strong, emphasis, words, target] = match
    parts.push(html`${text.slice(end, match.index)}`)
    if (code !== undefined) parts.push(html`<code>${code}</code>`)
    else if (strong !== undefined) parts.push(html`<strong>${strong}</strong>`)
    else if (emphasis !== undefined) parts.push(html`<em>${emphasis}</em>`)
    else parts.push(link(words ?? '', target ?? ''))
    end = match.index + whole.length
  }
  return [...parts, html`${text.slice(end)}`]
}
