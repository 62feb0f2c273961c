import { describe, expect, it } from 'vitest'
import { journeyArguments } from '../../../sandbox/journey/arguments.ts'
import { startArguments } from '../../../sandbox/main/arguments.ts'

const choices = {
  personas: ['fresh-eidas', 'stale'],
  services: new Map([
    ['omera-bank', ['sign-in', 'open-account']],
    ['visa', ['apply']],
  ]),
}
const journey = (line: string) => journeyArguments(line.split(' '), choices)

describe('npm run journey', () => {
  it('reads its command line, in any order, with or without "="', () => {
    expect(journey('--persona stale --service=visa --act apply --json --url http://localhost:4401/')).toEqual({
      service: 'visa',
      act: 'apply',
      persona: 'stale',
      json: true,
      help: false,
      url: 'http://localhost:4401',
    })
  })

  it.each([
    ['--service bank --act apply --persona stale', /no service "bank"\. Choose one of: omera-bank, visa\./],
    ['--service visa --act sign-in --persona stale', /no act "sign-in"\. Choose one of: apply\./],
    ['--service visa --act apply', /--persona is missing\. Choose one of: fresh-eidas, stale\./],
    ['--service visa --act apply --persona stale --url nowhere', /--url must be the address/],
    ['--speed 9', /"--speed" is not an option/],
  ])('refuses %s', (line, message) => {
    expect(() => journey(line)).toThrow(message)
  })
})

describe('npm start', () => {
  it('takes its port from the command line, then from the environment, then 4300', () => {
    expect(startArguments(['--port', '5000', '--keep'], { VERIFY_ONCE_PORT: '6000' })).toMatchObject({
      basePort: 5000,
      keep: true,
      asMock: false,
    })
    expect(startArguments(['--as-mock'], { VERIFY_ONCE_PORT: '6000' })).toMatchObject({ basePort: 6000, asMock: true })
    expect(startArguments([], {})).toMatchObject({ basePort: 4300, keep: false })
  })

  it.each([[['--port', 'x']], [['--port', '80']], [['--port']], [['--port', '65534']], [['--fast']]])(
    'refuses %j',
    (given) => {
      expect(() => startArguments(given, {})).toThrow()
    },
  )
})
