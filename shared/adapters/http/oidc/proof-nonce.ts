/** RFC 9449 §8.1: 1*NQCHAR. Bounded, because it goes into a proof that we sign. */
const nonce = /^[\x21\x23-\x5b\x5d-\x7e]{1,1024}$/

/** Whether the nonce that a provider asks us to sign is one; hostile text is not signed, whoever asks. */
export const hasUsableNonce = (response: Response): boolean => nonce.test(response.headers.get('dpop-nonce') ?? '')
