import type { Answer } from './call.ts'

/** The security framework's default on every API answer but userinfo; discovery and JWKS carry it as well. */
export const frameworkHeaders = {
  'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
  pragma: 'no-cache',
  expires: '0',
  'x-content-type-options': 'nosniff',
} as const

/** Discovery and keys may be read by any page. */
export const anyOrigin = { 'access-control-allow-origin': '*' } as const

export function json(status: number, value: unknown, outcome: string, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { ...frameworkHeaders, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(value),
    outcome,
  }
}

const titles = { 404: 'Not Found', 405: 'Method Not Allowed', 500: 'Internal Server Error' } as const

/** RFC 9457 problem document, as the framework writes it where no rule of eSignet speaks. */
export function problem(status: 404 | 405 | 500, path: string): Answer {
  const title = titles[status]
  return {
    status,
    headers: { ...frameworkHeaders, 'content-type': 'application/problem+json' },
    body: JSON.stringify({ type: 'about:blank', title, status, instance: path }),
    outcome: String(status),
  }
}
