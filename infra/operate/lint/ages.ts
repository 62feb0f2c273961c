import { type Finding, wrong } from '../finding.ts'
import { at, type Rule } from './rule.ts'

/** No login and no verification is younger than nothing. */
export const ages: Rule = (placed) => {
  const { authentication, accept = [] } = placed.act
  return [
    ...zero(authentication.maxAge, at(placed, 'authentication.maxAge')),
    ...accept.flatMap(({ verifiedWithin }, index) =>
      verifiedWithin === undefined ? [] : zero(verifiedWithin, at(placed, `accept[${index}].verifiedWithin`)),
    ),
  ]
}

const zero = (duration: string, where: string): Finding[] =>
  /[1-9]/.test(duration)
    ? []
    : [
        wrong('age-of-nothing', {
          where,
          expected: 'a duration longer than nothing',
          found: duration,
          remedy: 'give it at least as long as a person needs to come back, such as PT5M',
        }),
      ]
