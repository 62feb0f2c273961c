import { lie } from './telling.ts'

lie('A39', 'endpoint-without-tls', {
  as: 'provider-metadata-invalid',
  ways: ['token', 'keys', 'userinfo', 'script'],
})
