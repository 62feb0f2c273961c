import { attack } from './attacking.ts'

attack('J02', 'esignet-away-on-the-way-back', {
  as: 'provider-unavailable',
  ways: ['functions that know it', 'functions that just began'],
})
