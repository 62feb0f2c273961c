import { fault } from './telling.ts'

fault('H01 H12 H14', 'login-not-written', {
  as: 'store-unavailable',
  ways: [
    'ThrottlingException',
    'InternalServerError',
    'AccessDeniedException',
    'ResourceNotFoundException',
    'KMSDisabledException',
  ],
})
