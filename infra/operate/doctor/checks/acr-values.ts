import { doubtful, type Finding, listed, wrong } from '../../finding.ts'
import { textsIn } from '../../json.ts'
import { at } from '../../lint/rule.ts'
import { actsOf, type PlacedAct } from '../../service-files.ts'
import type { Check } from '../check.ts'

/** A context that is not registered is no error at eSignet: it offers all registered ones, and our check refuses the weak login after. */
export const acrValues: Check = {
  name: 'acr-values',
  fine: 'every context the acts accept is offered, and registered as far as that was given',
  needs: 'a discovery document with acr_values_supported, or --registration',
  look: ({ metadata, registration, file }) => {
    const offered = metadata === undefined ? undefined : textsIn(metadata, 'acr_values_supported')
    const registered = registration === undefined ? undefined : textsIn(registration, 'authContextRefs')
    if (offered === undefined && registered === undefined) return undefined
    return actsOf(file).flatMap((placed) => [
      ...judge(placed, offered, { code: 'acr-not-offered', by: 'acr_values_supported', remedy: askOperator }),
      ...judge(placed, registered, { code: 'acr-not-registered', by: 'authContextRefs', remedy: register }),
    ])
  },
}

const askOperator = 'ask the operator whether the deployment can do it, or name another context in the act'
const register =
  'add it to authContextRefs (PUT): unregistered, eSignet silently offers every registered one, and the login is refused after (acr-unmet)'

interface Words {
  readonly code: string
  readonly by: string
  readonly remedy: string
}

const judge = (placed: PlacedAct, known: readonly string[] | undefined, { code, by, remedy }: Words): Finding[] => {
  if (known === undefined) return []
  const { acrAnyOf } = placed.act.authentication
  const missing = acrAnyOf.filter((acr) => !known.includes(acr))
  if (missing.length === 0) return []
  const say = missing.length === acrAnyOf.length ? wrong : doubtful
  return [
    say(code, {
      where: at(placed, 'authentication.acrAnyOf'),
      expected: `in ${by}: ${listed(missing)}`,
      found: listed(known),
      remedy,
    }),
  ]
}
