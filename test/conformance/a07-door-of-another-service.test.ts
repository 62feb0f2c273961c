import { attack } from './attacking.ts'

attack('A07', 'door-of-another-service', {
  as: 'service-mismatch',
  ways: [
    'in the same browser',
    'in a browser with a login at both',
    'with the cookie under the name of the other',
    'after it was completed',
  ],
})
