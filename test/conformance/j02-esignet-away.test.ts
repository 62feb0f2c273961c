import { attack } from './attacking.ts'

attack('J02', 'esignet-away', {
  as: 'provider-unavailable',
  ways: ['functions that know it', 'functions that just began'],
})
