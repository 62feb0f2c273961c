import { lie } from './telling.ts'

lie('A39', 'endpoint-of-another-host', {
  as: 'provider-metadata-invalid',
  ways: ['token', 'keys', 'pushed', 'userinfo', 'login'],
})
