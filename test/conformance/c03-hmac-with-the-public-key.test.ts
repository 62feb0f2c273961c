import { lie } from './telling.ts'

lie('C03', 'hmac-with-the-public-key', {
  as: 'algorithm-mismatch',
  ways: ['PEM', 'DER', 'JWK'],
})
