import { defineAttack, type Strike } from '../attack.ts'
import { doorPaths, inOrder } from '../our-doors.ts'

/** Ends of a line, as HTTP, browsers or readers of logs understand them, and what cuts a text off. */
const breaks = ['%0d%0a', '%0a', '%0d', '%e2%80%a8', '%e2%80%a9', '%c2%85', '%00', '%e5%98%8a', '%0b']

const sent =
  (door: 'login' | 'callback', parameter: string): Strike =>
  (scene) =>
    inOrder(breaks, async (end) => {
      const path = `${doorPaths[door]}?${parameter}=/${end}Set-Cookie:%20split=1${end}${end}%3Cp%3E`
      const answer = await scene.send({ path })
      if (JSON.stringify(answer).includes('split')) scene.wrong(`${end} in ${parameter} comes back`)
      return answer
    })

/** A header that repeats what was sent becomes two where a line ends in it. */
export default defineAttack({
  name: 'line-break-in-a-parameter',
  rows: ['G01'],
  says: 'ends a line in a parameter, to add a header to the answer',
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
