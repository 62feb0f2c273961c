import { attack } from './attacking.ts'

attack('G15', 'sent-without-end', {
  as: 'accepted',
  ways: ['in the headers', 'in the body', 'between chunks', 'in a POST'],
})
