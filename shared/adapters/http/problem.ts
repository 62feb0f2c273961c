import { type Refusal, refusals } from '../../kernel/codes.ts'
import { type Answer, json, page } from './answer.ts'

export interface ProblemContext {
  readonly traceId: string
  /** Base address of the pages that explain codes; ends with a slash. */
  readonly problemPages: string
  readonly wantsPage: boolean
}

/**
 * A refusal as an RFC 9457 problem, or as a small page for a person. It says the code and where that is explained, and nothing
 * of the request: an error page is no place to reflect what a stranger sent.
 */
export const problem = (
  { code }: Refusal,
  context: ProblemContext,
  members: Readonly<Record<string, unknown>> = {},
): Answer => {
  const { status, title } = refusals[code]
  const type = `${context.problemPages}${code}`
  if (context.wantsPage) return page(status, pageOf(title, code, type, context.traceId))
  const body = { type, title, status, code, traceId: context.traceId, ...members }
  return json(status, body, { 'content-type': 'application/problem+json', ...retryAfter(status) })
}

/** Worth another try soon, for those who try automatically. */
const retryAfter = (status: number): Record<string, string> => (status === 503 ? { 'retry-after': '5' } : {})

/** Where the person is told by the service itself: one of four plain outcomes, the code for those who help, and a reference. */
export const outcomeAddress = (returnTo: string, { code }: Refusal, traceId: string): URL => {
  const address = new URL(returnTo)
  address.searchParams.set('outcome', refusals[code].outcome)
  address.searchParams.set('code', code)
  address.searchParams.set('trace', traceId)
  return address
}

/** Nothing in here comes from a request: title and code are ours, the trace id is API Gateway's and is still escaped. */
const pageOf = (title: string, code: string, type: string, traceId: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
body{font:1.05rem/1.6 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.25rem;color:#1b2430;background:#fff}
h1{font-size:1.5rem;line-height:1.3}a{color:#0b5394}small{color:#5a6675}
@media(prefers-color-scheme:dark){body{background:#12171d;color:#e6ebf0}a{color:#8ec1ff}small{color:#9aa7b4}}
</style></head><body><main>
<h1>${title}</h1>
<p>Nothing was kept. Go back to the service you came from and start again from there.</p>
<p><a href="${escapeHtml(type)}">What this means, and whose turn it is</a></p>
<p><small>Code ${code}, reference ${escapeHtml(traceId)}</small></p>
</main></body></html>`

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
