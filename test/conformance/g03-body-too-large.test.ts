import { attack } from './attacking.ts'

attack('G03', 'body-too-large', {
  as: 'http-413',
  ways: [
    'eleven megabytes, more than API Gateway takes',
    'seven megabytes, more than Lambda takes',
    'five megabytes that base64 makes seven',
  ],
})
