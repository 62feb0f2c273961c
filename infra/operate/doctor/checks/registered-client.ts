import { type Finding, listed, wrong } from '../../finding.ts'
import { type JsonObject, textIn, textsIn } from '../../json.ts'
import type { Check } from '../check.ts'

/** Who is registered, and how it proves itself. */
export const registeredClient: Check = {
  name: 'registered-client',
  fine: 'client id and relying-party id are those of the service file, and the client is active',
  needs: '--registration',
  look: ({ registration, file }) => {
    if (registration === undefined) return undefined
    const { client } = file.service
    return [
      ...same(
        registration,
        'clientId',
        client.id,
        'client-id-differs',
        'correct client.id in the service file, or register that client',
      ),
      ...same(registration, 'relyingPartyId', client.relyingPartyId, 'relying-party-id-differs', subjectsChange),
      ...only(registration, 'grantTypes', 'authorization_code'),
      ...only(registration, 'clientAuthMethods', 'private_key_jwt'),
      ...(textIn(registration, 'status') === 'INACTIVE'
        ? [
            wrong('client-inactive', {
              expected: 'status ACTIVE',
              found: 'INACTIVE',
              remedy: 'ask the operator to switch it on (PUT or PATCH)',
            }),
          ]
        : []),
    ]
  },
}

const subjectsChange =
  'make both the same before the first login: the subject of every person is computed from it, and it cannot be changed later'

const same = (registration: JsonObject, member: string, ours: string, code: string, remedy: string): Finding[] => {
  const theirs = textIn(registration, member)
  return theirs === ours ? [] : [wrong(code, { expected: ours, found: theirs ?? `no ${member}`, remedy })]
}

const only = (registration: JsonObject, member: string, wanted: string): Finding[] => {
  const registered = textsIn(registration, member) ?? []
  return registered.includes(wanted)
    ? []
    : [
        wrong('client-method-missing', {
          expected: `${wanted} in ${member}`,
          found: listed(registered),
          remedy: 'register it (PUT); it is the only one the functions use',
        }),
      ]
}
