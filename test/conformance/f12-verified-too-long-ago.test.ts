import { lie } from './telling.ts'

lie('F12', 'verified-too-long-ago', {
  as: 'accepted',
  ends: 're-verify',
  ways: ['told'],
})
