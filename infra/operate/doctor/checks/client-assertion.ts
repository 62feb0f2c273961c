import { doubtful, type Finding, listed, wrong } from '../../finding.ts'
import { type JsonObject, textIn, textsIn } from '../../json.ts'
import type { Release } from '../../release.ts'
import type { Check } from '../check.ts'

/** private_key_jwt (OIDC Core §9): with which algorithm and to whom our assertions speak. */
export const clientAssertion: Check = {
  name: 'client-assertion',
  fine: 'method, algorithm and audience of our assertions fit the metadata',
  needs: 'a readable discovery document',
  look: ({ metadata, release }) =>
    metadata === undefined
      ? undefined
      : [...method(metadata), ...algorithm(metadata, release), ...audience(metadata, release)],
}

const method = (metadata: JsonObject): Finding[] => {
  const methods = textsIn(metadata, 'token_endpoint_auth_methods_supported')
  return methods?.includes('private_key_jwt') === true
    ? []
    : [
        wrong('assertion-method-missing', {
          expected: 'private_key_jwt in token_endpoint_auth_methods_supported',
          found: methods === undefined ? 'not said, which means client_secret_basic' : listed(methods),
          remedy: 'ask the operator to correct the metadata: the functions have no other way to prove themselves',
        }),
      ]
}

const algorithm = (metadata: JsonObject, { name, profile }: Release): Finding[] => {
  const said = textsIn(metadata, 'token_endpoint_auth_signing_alg_values_supported')
  const ours = profile.clientAssertion.algorithm
  if (said === undefined || said.includes(ours)) return []
  return [
    wrong('assertion-algorithm-missing', {
      expected: `${ours}, with which eSignet ${name} is spoken to`,
      found: listed(said),
      remedy: 'ask the operator for the release: RS256 up to 1.6, PS256 after',
    }),
  ]
}

/** The July development build of the Go line wants the endpoint's URL; it is the one that lists no algorithms. */
const audience = (metadata: JsonObject, { name, profile }: Release): Finding[] => {
  const isGo = textIn(metadata, 'token_endpoint')?.includes('/oauth2/') === true
  const silent = textsIn(metadata, 'token_endpoint_auth_signing_alg_values_supported') === undefined
  if (!isGo || !silent || profile.clientAssertion.audience !== 'issuer') return []
  return [
    doubtful('assertion-audience', {
      expected: `a eSignet ${name} that takes its issuer as audience`,
      found:
        'metadata without token_endpoint_auth_signing_alg_values_supported, as a development build of the Go line writes it',
      remedy: 'ask the operator for the release that was published: that build takes the URL of the endpoint only',
    }),
  ]
}
