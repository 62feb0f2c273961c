import { lintWith } from '../../lint/index.ts'
import { verifiedClaims as rule } from '../../lint/verified-claims.ts'
import type { Check } from '../check.ts'

/** A release that returns no verified claims cannot satisfy an act that accepts nothing else. */
export const verifiedClaims: Check = {
  name: 'verified-claims',
  fine: 'the release returns them, or no act needs them',
  needs: '--service',
  look: ({ file, release }) => lintWith([rule], file, release),
}
