import type { Check } from './check.ts'

/**
 * `sub` is 1 to 255 visible ASCII characters (Core §2). Anything else could make two people look like one, for instance
 * when broken UTF-8 collapses into the replacement character.
 */
export const subject: Check = ({ sub }) =>
  typeof sub === 'string' && /^[\x21-\x7e]{1,255}$/.test(sub) ? undefined : 'subject-invalid'
