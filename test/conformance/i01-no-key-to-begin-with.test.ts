import { fault } from './telling.ts'

fault('I01 I02 I03 I04', 'no-key-to-begin-with', {
  as: 'key-unavailable',
  ways: [
    'ThrottlingException',
    'DisabledException',
    'KMSInvalidStateException',
    'NotFoundException',
    'DependencyTimeoutException',
    'KMSInternalException',
    'InvalidKeyUsageException',
    'AccessDeniedException',
    'no answer',
  ],
})
