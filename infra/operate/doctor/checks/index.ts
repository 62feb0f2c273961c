import type { Check } from '../check.ts'
import { acrValues } from './acr-values.ts'
import { claims } from './claims.ts'
import { claimsRequest } from './claims-request.ts'
import { clientAssertion } from './client-assertion.ts'
import { clientKey } from './client-key.ts'
import { clientOptions } from './client-options.ts'
import { clock } from './clock.ts'
import { discovery } from './discovery.ts'
import { endpoints } from './endpoints.ts'
import { issuer } from './issuer.ts'
import { issuerAliases } from './issuer-aliases.ts'
import { issuerParameter } from './issuer-parameter.ts'
import { proofKey } from './proof-key.ts'
import { providerKeys } from './provider-keys.ts'
import { pushedRequests } from './pushed-requests.ts'
import { redirectUri } from './redirect-uri.ts'
import { registeredClient } from './registered-client.ts'
import { registeredFlags } from './registered-flags.ts'
import { registeredKey } from './registered-key.ts'
import { release } from './release.ts'
import { signingKeys } from './signing-keys.ts'
import { trustFrameworks } from './trust-frameworks.ts'
import { userinfoSigner } from './userinfo-signer.ts'
import { verifiedClaims } from './verified-claims.ts'

/** Everything the doctor looks at, in the order in which it is told: the provider, the service, the registration. */
export const checks: readonly Check[] = [
  discovery,
  issuer,
  issuerAliases,
  release,
  endpoints,
  pushedRequests,
  proofKey,
  clientAssertion,
  issuerParameter,
  clock,
  providerKeys,
  signingKeys,
  userinfoSigner,
  acrValues,
  claims,
  verifiedClaims,
  trustFrameworks,
  claimsRequest,
  clientOptions,
  redirectUri,
  clientKey,
  registeredClient,
  registeredKey,
  registeredFlags,
]
