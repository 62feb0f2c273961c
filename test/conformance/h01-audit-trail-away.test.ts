import { attack } from './attacking.ts'

attack('H01 H12', 'audit-trail-away', {
  as: 'store-unavailable',
  ways: [
    'at login: InternalServerError',
    'on the way back: InternalServerError',
    'at login: AccessDeniedException',
    'on the way back: AccessDeniedException',
  ],
})
