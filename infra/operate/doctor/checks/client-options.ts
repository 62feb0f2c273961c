import { clientOptions as rule } from '../../lint/client-options.ts'
import type { Check } from '../check.ts'

/** Encrypted UserInfo and bound tokens are wishes of the service file that not every release can fulfil. */
export const clientOptions: Check = {
  name: 'client-options',
  fine: 'the release can do what the service wants of its client',
  needs: '--service',
  look: ({ file, release }) => rule(file, release),
}
