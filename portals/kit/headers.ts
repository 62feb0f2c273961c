/**
 * The headers every answer of a portal carries, errors included.
 *
 * `connect-src` names the one other origin the pages talk to; there are no forms, frames, plug-ins or inline scripts, so all of
 * those are closed (CSP Level 3). `no-referrer` keeps the outcome and trace id in a portal's address from travelling on.
 *
 * @param apiOrigin origin of the platform's API, e.g. `http://localhost:4301`
 */
export function securityHeaders(apiOrigin: string): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'self'",
      `connect-src 'self' ${apiOrigin}`,
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  }
}

/** HTML and settings are read afresh every time; scripts, styles and pictures may be kept but must be asked about (RFC 9111 §5.2.2). */
export function cacheControl(contentType: string): string {
  return /html|json/.test(contentType) ? 'no-store' : 'no-cache'
}
