/** The 256-bit data key of one subject. Only deeds that seal or open values see it, and only for the length of one request. */
export interface SubjectKey {
  readonly key: Uint8Array
  /** Names the key, see `keyIdOf`: written beside everything that it seals. */
  readonly keyId: string
  /** Present when the key is new: its wrapped form, to be stored together with what it seals. */
  readonly newlyWrapped?: string
}

/**
 * One data key per subject, wrapped by KMS under the encryption context `{table, subject}`. Deleting the row is erasure.
 * Throws `Fault('key-unavailable')` or `Fault('store-unavailable')`.
 */
export interface SubjectKeys {
  /** The stored key of the subject, or a new one, which exists only once it is stored with a login record. */
  keyFor(subject: string): Promise<SubjectKey>
}

export interface SubjectKeyring {
  /** The stored key of the subject; `undefined` when there is none, which is also what an erased person looks like. */
  open(subject: string): Promise<Omit<SubjectKey, 'newlyWrapped'> | undefined>
}

/** Knows which key a subject has and cannot open it: whoever only judges needs no KMS. */
export interface SubjectKeyIds {
  current(subject: string): Promise<string | undefined>
}
