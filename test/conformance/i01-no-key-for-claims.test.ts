import { fault } from './telling.ts'

fault('I01 I02 I04', 'no-key-for-claims', {
  as: 'key-unavailable',
  ways: [
    'opening UserInfo: DisabledException',
    'opening UserInfo: KMSInvalidStateException',
    'opening UserInfo: NotFoundException',
    'opening UserInfo: InvalidKeyUsageException',
    'the key of the person: DisabledException',
    'the key of the person: KMSInvalidStateException',
    'the key of the person: NotFoundException',
    'the key of the person: InvalidKeyUsageException',
    'the key of the person: busy without end',
  ],
})
