/** Query parameter → member of the oauth-details request. Others, such as `dpop_jkt`, are not forwarded. */
const forwarded = {
  client_id: 'clientId',
  redirect_uri: 'redirectUri',
  response_type: 'responseType',
  scope: 'scope',
  nonce: 'nonce',
  state: 'state',
  acr_values: 'acrValues',
  claims_locales: 'claimsLocales',
  display: 'display',
  max_age: 'maxAge',
  prompt: 'prompt',
  ui_locales: 'uiLocales',
  code_challenge: 'codeChallenge',
  code_challenge_method: 'codeChallengeMethod',
  id_token_hint: 'idTokenHint',
}

/** @typedef {{ pushed: { clientId: string, requestUri: string } } | { plain: Record<string, unknown> }} Entrance */

/**
 * Which of the two flows a query asks for. With `client_id` and `request_uri` everything else is ignored.
 * `claims` is decoded once more than the query needs, so a literal `%` in it breaks: a quirk that is kept.
 * @param {URLSearchParams} query
 * @returns {Entrance}
 */
export function entranceOf(query) {
  const clientId = query.get('client_id')
  const requestUri = query.get('request_uri')
  if (clientId && requestUri) return { pushed: { clientId, requestUri } }
  /** @type {Record<string, unknown>} */
  const plain = {}
  for (const [parameter, member] of Object.entries(forwarded)) {
    const value = query.get(parameter)
    if (value !== null) plain[member] = value
  }
  const claims = query.get('claims')
  if (claims) plain.claims = JSON.parse(decodeURIComponent(claims))
  return { plain }
}
