/** What a person is told: one of four plain answers. */
export type PlainOutcome = 'denied' | 'timed-out' | 'not-possible' | 'technical'

/** Whose turn it is, for the problem page and the alarm. */
export type Turn = 'person' | 'service' | 'operator' | 'provider'

interface Meaning {
  /** HTTP status where the answer is a problem document (RFC 9457) and not a redirect. */
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 500 | 502 | 503 | 504
  readonly outcome: PlainOutcome
  readonly turn: Turn
  /** One line for people; never contains anything from the request. */
  readonly title: string
}

const code = (status: Meaning['status'], outcome: PlainOutcome, turn: Turn, title: string): Meaning => ({
  status,
  outcome,
  turn,
  title,
})

/**
 * Every refusal code of the product, with its one meaning. The same kebab name is the audit reason, the log code and the
 * page `docs/problems/<code>.md`; `git grep <code>` tells its whole story.
 */
export const refusals = {
  // The request itself, before anything happens.
  'service-unknown': code(404, 'technical', 'service', 'There is no such service here.'),
  'act-unknown': code(400, 'technical', 'service', 'The service does not know this act.'),
  'return-to-not-allowed': code(
    400,
    'technical',
    'service',
    'The address to return to is not on the list of this service.',
  ),
  'parameter-invalid': code(
    400,
    'technical',
    'service',
    'A parameter is repeated, too long, or has characters it may not have.',
  ),
  'not-a-navigation': code(
    400,
    'technical',
    'service',
    'A login starts with a page visit, not from inside another page.',
  ),

  'origin-not-allowed': code(
    403,
    'technical',
    'service',
    'A page of another origin asked; only the portal of this service may.',
  ),

  // The transaction.
  'state-missing': code(400, 'technical', 'person', 'The answer does not say which login it belongs to.'),
  'transaction-unknown': code(400, 'technical', 'person', 'This login is not known here.'),
  'transaction-expired': code(410, 'timed-out', 'person', 'This login was started too long ago.'),
  'transaction-replayed': code(409, 'technical', 'person', 'This login was already used.'),
  'browser-mismatch': code(403, 'technical', 'person', 'This login was started in another browser.'),
  'transaction-corrupt': code(500, 'technical', 'operator', 'What we remember of this login cannot be read.'),
  'service-mismatch': code(400, 'technical', 'service', 'This login was started for another service.'),

  // The authorization response (RFC 6749 §4.1.2, RFC 9207).
  'code-missing': code(400, 'technical', 'provider', 'The answer carries neither a code nor an error.'),
  'issuer-parameter-missing': code(
    502,
    'technical',
    'provider',
    'The answer does not say which provider it comes from.',
  ),
  'issuer-parameter-mismatch': code(
    502,
    'technical',
    'provider',
    'The answer comes from another provider than the one asked.',
  ),
  'login-denied': code(403, 'denied', 'person', 'The person said no.'),
  'login-timed-out': code(410, 'timed-out', 'person', 'The login took too long at the provider.'),
  'login-not-possible': code(403, 'not-possible', 'person', 'The provider could not log this person in.'),
  'provider-error': code(502, 'technical', 'provider', 'The provider answered with an error.'),

  // Reaching the provider.
  'provider-unavailable': code(503, 'technical', 'provider', 'The identity provider cannot be reached.'),
  'provider-metadata-invalid': code(
    502,
    'technical',
    'provider',
    'The provider describes itself in a way that cannot be trusted.',
  ),
  'provider-keys-unavailable': code(503, 'technical', 'provider', 'The keys of the identity provider cannot be read.'),
  'provider-answer-invalid': code(502, 'technical', 'provider', 'The provider answered in a form that cannot be read.'),
  'pushed-request-refused': code(
    502,
    'technical',
    'operator',
    'The provider refused the pushed authorization request.',
  ),
  'pushed-answer-invalid': code(
    502,
    'technical',
    'provider',
    'The provider answered a pushed request with an address that cannot be used.',
  ),
  'client-rejected': code(502, 'technical', 'operator', 'The provider does not accept our client assertion.'),
  'code-rejected': code(502, 'technical', 'person', 'The provider did not accept the code of this login.'),
  'exchange-unknown': code(
    504,
    'technical',
    'person',
    'It is not known whether the code was exchanged; it is never tried twice.',
  ),
  'token-type-downgraded': code(
    502,
    'technical',
    'provider',
    'The provider issued an access token of another type than the one agreed.',
  ),
  'dpop-refused': code(502, 'technical', 'operator', 'The provider did not accept our proof of possession.'),
  'dpop-nonce-loop': code(
    502,
    'technical',
    'provider',
    'The provider asked again and again for another proof of possession.',
  ),
  'redirect-refused': code(502, 'technical', 'provider', 'The provider tried to send us elsewhere.'),
  'answer-too-large': code(502, 'technical', 'provider', 'The provider answered with more than anybody needs.'),
  'json-duplicate-member': code(
    502,
    'technical',
    'provider',
    'An answer says the same thing twice, so that two readers could read it differently.',
  ),
  'json-too-deep': code(502, 'technical', 'provider', 'An answer is nested deeper than anybody needs.'),
  'userinfo-refused': code(502, 'technical', 'provider', 'The provider refused to hand out the claims.'),

  // What was signed (RFC 7515, RFC 8725).
  'signature-invalid': code(502, 'technical', 'provider', 'A signature does not verify.'),
  'key-unknown': code(
    502,
    'technical',
    'provider',
    'A token was signed with a key that the provider does not publish.',
  ),
  'keys-untrustworthy': code(502, 'technical', 'provider', 'The provider publishes keys that cannot be trusted.'),
  'algorithm-mismatch': code(
    502,
    'technical',
    'provider',
    'A token was signed with an algorithm that is not accepted.',
  ),
  'token-type-mismatch': code(502, 'technical', 'provider', 'A token of another type was handed in.'),
  'token-malformed': code(502, 'technical', 'provider', 'A token is not well-formed.'),

  // What the ID token says (OpenID Connect Core §3.1.3.7).
  'issuer-mismatch': code(502, 'technical', 'provider', 'The ID token was issued by somebody else.'),
  'audience-mismatch': code(502, 'technical', 'provider', 'The ID token was issued for somebody else.'),
  'authorized-party-mismatch': code(502, 'technical', 'provider', 'The ID token names another authorized party.'),
  'token-expired': code(502, 'technical', 'provider', 'The ID token is not valid any more, or for implausibly long.'),
  'issued-at-implausible': code(502, 'technical', 'provider', 'The ID token was issued at an implausible time.'),
  'nonce-mismatch': code(502, 'technical', 'provider', 'The ID token belongs to another login.'),
  'access-token-hash-mismatch': code(502, 'technical', 'provider', 'The ID token belongs to another access token.'),
  'subject-invalid': code(502, 'technical', 'provider', 'The ID token does not name a subject that can be used.'),
  'auth-time-implausible': code(
    502,
    'technical',
    'provider',
    'The ID token does not say plausibly when the person authenticated.',
  ),
  'acr-unmet': code(403, 'not-possible', 'person', 'The person was authenticated in a weaker way than this act needs.'),

  // What UserInfo says (OpenID Connect Core §5.3.2, OpenID Connect for Identity Assurance).
  'userinfo-issuer-mismatch': code(502, 'technical', 'provider', 'The claims were issued by somebody else.'),
  'userinfo-audience-mismatch': code(502, 'technical', 'provider', 'The claims were issued for somebody else.'),
  'userinfo-subject-mismatch': code(502, 'technical', 'provider', 'The claims are about another subject.'),
  'userinfo-unsigned': code(502, 'technical', 'provider', 'The claims are not signed.'),
  'userinfo-stale': code(502, 'technical', 'provider', 'The claims were not written for this login.'),
  'userinfo-not-encrypted': code(502, 'technical', 'provider', 'The claims were to be encrypted and are not.'),
  'userinfo-encryption-mismatch': code(
    502,
    'technical',
    'provider',
    'The claims are encrypted in a way that is not accepted.',
  ),
  'userinfo-compressed': code(
    502,
    'technical',
    'provider',
    'The encrypted claims are compressed, which is not accepted.',
  ),
  'userinfo-nested-too-deep': code(502, 'technical', 'provider', 'The encrypted claims are wrapped more than once.'),
  'userinfo-undecipherable': code(502, 'technical', 'provider', 'The encrypted claims cannot be opened with our key.'),
  'verified-claims-malformed': code(502, 'technical', 'provider', 'The verified claims cannot be read.'),

  // The back channel: a service's own back end (RFC 6749 §4.4, RFC 7523, RFC 9068, RFC 9449).
  'media-type-unsupported': code(415, 'technical', 'service', 'The body is not of the type that this door reads.'),
  'body-too-large': code(413, 'technical', 'service', 'The body is larger than anybody needs.'),
  'grant-unsupported': code(400, 'technical', 'service', 'The only grant here is client_credentials.'),
  'scope-unknown': code(400, 'technical', 'service', 'A scope is asked for that does not exist.'),
  'client-unauthenticated': code(401, 'technical', 'service', 'The back end did not prove which service it is.'),
  'access-token-missing': code(401, 'technical', 'service', 'This door wants an access token.'),
  'access-token-invalid': code(401, 'technical', 'service', 'The access token is not one of ours that is still good.'),
  'proof-invalid': code(
    401,
    'technical',
    'service',
    'The proof of possession is missing, or not one for this request.',
  ),
  'proof-replayed': code(401, 'technical', 'service', 'The proof of possession was already used.'),
  'caller-not-allowed': code(403, 'technical', 'service', 'The access token belongs to another service.'),
  'scope-insufficient': code(403, 'technical', 'service', 'The access token was not issued for this.'),

  // What a back end asks for.
  'body-invalid': code(400, 'technical', 'service', 'The body is not what this door reads.'),
  'subject-unknown': code(404, 'technical', 'service', 'Nothing is kept about this subject for this service.'),
  'subject-erased': code(410, 'technical', 'service', 'This person was erased; what is still there cannot be read.'),
  'act-not-permitted': code(
    403,
    'not-possible',
    'service',
    'The act is not permitted now, so nothing is released for it.',
  ),

  // Ours.
  'key-unavailable': code(503, 'technical', 'operator', 'Our signing or data key cannot be used right now.'),
  'store-unavailable': code(503, 'technical', 'operator', 'Our store cannot be reached right now.'),
  'session-missing': code(401, 'technical', 'person', 'Nobody is logged in here.'),
  'session-expired': code(401, 'timed-out', 'person', 'The session is over.'),
  'internal-fault': code(500, 'technical', 'operator', 'Something failed that should not fail.'),
} as const satisfies Record<string, Meaning>

export type RefusalCode = keyof typeof refusals

/** A refusal: its code, and for operators a detail that never carries personal data, tokens, codes, keys or claim values. */
export interface Refusal {
  readonly code: RefusalCode
  readonly detail?: string
}

export const refusal = (code: RefusalCode, detail?: string): Refusal =>
  detail === undefined ? { code } : { code, detail }
