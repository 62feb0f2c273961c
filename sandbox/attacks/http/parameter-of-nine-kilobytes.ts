import { defineAttack, type Strike } from '../attack.ts'
import { doorPaths, inOrder } from '../our-doors.ts'

/** What makes patterns go back again and again: long runs of what they repeat, and at the end what they do not want. */
const runs = ['a', '/', '..', '%2e%2e%2f', '-', '0', '%20', 'https://', 'urn:', 'a.', '%25', '[', '((', 'en-US%20']

const nineKilobytes = (run: string): string => `${run.repeat(Math.floor(9_000 / run.length))}%21`

const sent =
  (door: 'login' | 'callback', parameter: string): Strike =>
  (scene) =>
    inOrder(runs, (run) => scene.send({ path: `${doorPaths[door]}?${parameter}=/${nineKilobytes(run)}` }))

/** API Gateway lets them through; whether a pattern stands it is shown in test/architecture/expressions.test.ts. */
export default defineAttack({
  name: 'parameter-of-nine-kilobytes',
  rows: ['G02', 'G20'],
  says: 'sends parameters of nine kilobytes, made for patterns to get lost in',
  answeredAs: 'parameter-invalid',
  ways: {
    'the act': sent('login', 'act'),
    'the way back': sent('login', 'return_to'),
    'the languages': sent('login', 'ui_locales'),
    'the state': sent('callback', 'state'),
    'the code': sent('callback', 'code'),
    'the issuer': sent('callback', 'iss'),
    'the error': sent('callback', 'error'),
  },
})
