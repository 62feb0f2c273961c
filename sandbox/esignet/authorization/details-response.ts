import { isObject, isTextList, member } from '../json.ts'
import type { Client } from '../registry/client.ts'
import { settings } from '../settings.ts'
import { issuerOf, type World } from '../world.ts'
import type { Transaction } from './transaction.ts'

/** The `response` of oauth-details and par-oauth-details; what the login page is drawn from. */
export function detailsResponse(world: World, client: Client, transaction: Omit<Transaction, 'detailsHash'>) {
  return {
    transactionId: transaction.id,
    logoUrl: client.logoUri,
    authFactors: transaction.authFactors,
    authorizeScopes: [],
    essentialClaims: transaction.claims.essential,
    voluntaryClaims: transaction.claims.voluntary,
    configs: {
      issuer: issuerOf(world),
      clientAdditionalConfig: client.additionalConfig,
      'otp.length': settings.otp.length,
      'resend.otp.delay.secs': settings.resendOtpSeconds,
      'consent.screen.timeout-in-secs': settings.consentScreenSeconds,
      'consent.screen.timeout-buffer-in-secs': settings.consentScreenBufferSeconds,
      // Not eSignet's: the practice page names the framework beside each claim asked as verified.
      'practice.trust-frameworks-asked': frameworksAsked(transaction),
    },
    redirectUri: transaction.redirectUri,
    clientName: { '@none': client.clientName, ...client.clientNameLangMap },
    credentialScopes: [],
  }
}

function frameworksAsked(transaction: Omit<Transaction, 'detailsHash'>): Record<string, string[]> {
  const asked: Record<string, string[]> = {}
  for (const item of transaction.claims.verified) {
    const frameworks = frameworksOf(item.verification.trust_framework)
    for (const claim of item.claims.keys()) asked[claim] = [...new Set([...(asked[claim] ?? []), ...frameworks])]
  }
  return asked
}

function frameworksOf(constraint: unknown): string[] {
  if (!isObject(constraint)) return []
  const value = member(constraint, 'value')
  const values = member(constraint, 'values')
  return [...(typeof value === 'string' ? [value] : []), ...(isTextList(values) ? values : [])]
}
