/**
 * A NumericDate (RFC 7519 §2) as honest software writes it: whole seconds, exactly representable, after 1970. So neither
 * `1e400` nor milliseconds nor a text can be mistaken for a time.
 */
export const isNumericDate = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value < 100_000_000_000
