import { lie } from './telling.ts'

lie('E16', 'key-wrapped-in-another-way', {
  as: 'userinfo-encryption-mismatch',
  ways: ['RSA-OAEP with SHA-1', 'RSA1_5', 'no wrapping', 'a password stretched a thousand million times'],
})
