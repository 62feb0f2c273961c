import { attack } from './attacking.ts'

attack('G09', 'address-said-by-a-header', {
  as: 'accepted',
  ways: ['X-Forwarded-Host', 'Forwarded', 'other names for a host', 'other names for a path', 'a page elsewhere'],
})
