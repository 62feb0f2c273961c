import { fault } from './telling.ts'

fault('I01 I03', 'key-busy-once', {
  as: 'accepted',
  ways: [
    'signing at login: ThrottlingException',
    'signing at login: KMSInternalException',
    'signing at login: DependencyTimeoutException',
    'signing at callback: ThrottlingException',
    'signing at callback: KMSInternalException',
    'signing at callback: DependencyTimeoutException',
    'opening UserInfo: ThrottlingException',
    'opening UserInfo: KMSInternalException',
    'opening UserInfo: DependencyTimeoutException',
    'the key of the person: ThrottlingException',
    'the key of the person: KMSInternalException',
    'the key of the person: DependencyTimeoutException',
  ],
})
