/**
 * What a door may touch, in the words of the domain. A manifest names its capabilities; from that one line come
 * the IAM grants (`infra/grants.ts`), the environment a function receives, and the ports its `main.ts` may build.
 * `Record<Capability, …>` at each of those places turns a new capability into a compile error until all exist.
 */
export const capabilities = [
  /** Begin a login: write one new PENDING row, nothing else. */
  'new-login-transactions',
  /** Claim, finish or fail a login that came back. */
  'login-transactions',
  /** Sign client assertions with the service's own KMS key (RFC 7523, private_key_jwt). */
  'client-key',
  /** Read the public halves of the client keys, to publish them. Cannot sign. */
  'client-public-keys',
  /** Open what a provider encrypted for a service. Cannot sign. */
  'decryption-key',
  /** Speak to the identity provider over HTTPS. No AWS grant. */
  'identity-provider',
  /** Write one finished login (transaction, claims, session, audit) in one DynamoDB transaction. */
  'login-records',
  /** Make or open the data key of one subject, to encrypt that subject's claim values. */
  'subject-keys',
  /** Read a session by its hash. */
  'sessions',
  /** Read what is kept about one subject for one service, and open the values. */
  'verified-claims',
  /** Read what decisions are made of about one subject, and which key the subject has. Cannot open a value. */
  'subject-facts',
  /** Take away what is kept about one subject: the wrapped key, rows, sessions. Sees keys of rows, and nothing in them. */
  'erasure',
  /** Append one event to the audit trail. */
  'audit-trail',
  /** Read the audit trail, append seals over it, sign the root of a day. */
  'audit-seals',
  /** Know with which public keys services' own back ends prove who they are. No AWS grant. */
  'backend-keys',
  /** Spend the ids of assertions and proofs, each once. Cannot read them. */
  'replay',
  /** Sign our own access tokens with the platform's KMS key. */
  'token-key',
  /** Read the public half of that key, to publish it. Cannot sign. */
  'token-public-key',
  /** Recognise the back end that calls: verify its access token, spend the id of its proof. Cannot sign. */
  'callers',
  /** Ask whether what we need is there, without reading any of it. */
  'health-checks',
] as const

export type Capability = (typeof capabilities)[number]
