import { fault } from './telling.ts'

fault('H01 H04 H06 H12 H14', 'login-not-kept', {
  as: 'store-unavailable',
  ways: [
    'ThrottlingException',
    'InternalServerError',
    'AccessDeniedException',
    'ResourceNotFoundException',
    'KMSDisabledException',
    'conflicts without end',
    'a fact that nobody expects there',
  ],
})
