import type { Answer } from '../http/call.ts'
import type { Markup } from './html.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'content-security-policy': policy,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

export function page(body: Markup): Answer {
  return {
    status: 200,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
    body: body.text,
    outcome: 'ok',
  }
}

export function asset(contentType: string, body: string): Answer {
  return { status: 200, headers: { ...headers, 'content-type': contentType }, body, outcome: 'ok' }
}
