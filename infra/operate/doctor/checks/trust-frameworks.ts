import { lintWith } from '../../lint/index.ts'
import { trustFrameworks as rule } from '../../lint/trust-frameworks.ts'
import type { Check } from '../check.ts'

/** Our own vocabulary: a framework or level that is not in it is never accepted. */
export const trustFrameworks: Check = {
  name: 'trust-frameworks',
  fine: 'every framework is in the vocabulary, every level on its ladder',
  needs: '--service',
  look: ({ file, release }) => lintWith([rule], file, release),
}
