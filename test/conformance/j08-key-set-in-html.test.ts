import { lie } from './telling.ts'

lie('J08', 'key-set-in-html', {
  as: 'provider-keys-unavailable',
  ways: ['a page', 'a page said to be data'],
})
