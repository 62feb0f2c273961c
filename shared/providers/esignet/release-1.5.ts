import type { ProviderProfile } from '../../domain/provider/profile.ts'
import { esignet16 } from './release-1.6.ts'

/** eSignet 1.5 differs from 1.6 in how a client is registered and in clock skew, not in what a relying party must check. */
export const esignet15: ProviderProfile = { ...esignet16, name: 'esignet-1.5', release: '1.5' }
