import { isObject, isTextList, member } from '../json.ts'
import type { Client } from '../registry/client.ts'
import { settings } from '../settings.ts'
import { issuerOf, type World } from '../world.ts'
import type { Transaction } from './transaction.ts'

/** The `response` of oauth-details and par-oauth-details; what the login page is drawn from. */
export function detailsResponse(world: World, client: Client, transaction: Omit<Transaction, 'detailsHash'>) {
  const issuer = world.faults.strikes('redirect-without-iss') ? undefined : issuerOf(world, 'redirect')
  return {
    transactionId: transaction.id,
    logoUrl: client.logoUri,
    authFactors: transaction.authFactors,
    authorizeScopes: [],
    essentialClaims: transaction.claims.essential,
    voluntaryClaims: transaction.claims.voluntary,
    configs: {
      // The page puts it into the redirect (RFC 9207); releases without it send none.
      ...(issuer === undefined ? {} : { issuer }),
      clientAdditionalConfig: client.additionalConfig,
      'otp.length': settings.otp.length,
      'resend.otp.delay.secs': settings.resendOtpSeconds,
      'consent.screen.timeout-in-secs': settings.consentScreenSeconds,
      'consent.screen.timeout-buffer-in-secs': settings.consentScreenBufferSeconds,
      // Not eSignet's: the word of the release for a cancelled consent, and the framework
      // the practice page names beside each claim asked as verified.
      'practice.cancelled': world.dialect.authorization.cancelled,
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
