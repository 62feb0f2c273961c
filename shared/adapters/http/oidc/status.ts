/** The provider could not look at the request: it failed, or asks to be left alone for a while (RFC 6585 §4). */
export const isBusy = (status: number): boolean => status >= 500 || status === 429
