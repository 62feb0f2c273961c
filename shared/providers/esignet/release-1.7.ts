import type { ProviderProfile } from '../../domain/provider/profile.ts'
import { deviations } from './deviations.ts'
import { esignet18 } from './release-1.8.ts'

/** eSignet 1.7: the first with pushed requests and PS256; its tokens still name the service path as issuer. */
export const esignet17: ProviderProfile = {
  ...esignet18,
  name: 'esignet-1.7',
  release: '1.7',
  idToken: { ...esignet18.idToken, issuerSuffixes: ['/v1/esignet'] },
  deviations: [...esignet18.deviations, deviations.tokenIssuer],
}
