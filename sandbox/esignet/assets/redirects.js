/*
 * The redirects back to the relying party. As in the original they are made by the page, not by the server, with
 * its quirks: parameter order; `?` appended even to an address that already has a query; in errors the literal
 * `null` for a state the page does not know (always so after a pushed request), and no `iss`.
 */

/**
 * @param {string} redirectUri
 * @param {{ state: string | null, code: string, issuer?: string | undefined }} answer
 * @returns {string}
 */
export function successRedirect(redirectUri, { state, code, issuer }) {
  const withState = state === null ? '' : `state=${encodeURIComponent(state)}&`
  // Until 1.6 the page is told no issuer and sends none (RFC 9207).
  const withIssuer = issuer === undefined ? '' : `&iss=${encodeURIComponent(issuer)}`
  return `${redirectUri}?${withState}code=${encodeURIComponent(code)}${withIssuer}`
}

/**
 * @param {string} redirectUri
 * @param {{ state: string | null, error: string, description: string }} refusal
 * @returns {string}
 */
export function errorRedirect(redirectUri, { state, error, description }) {
  const shown = `error_description=${encodeURIComponent(description)}`
  return `${redirectUri}?${shown}&state=${encodeURIComponent(String(state))}&error=${encodeURIComponent(error)}`
}
