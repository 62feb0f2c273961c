import { KMSClient } from '@aws-sdk/client-kms'
import { rootKeyOfStage, thumbprintOf } from '../audit/root-key.ts'
import type { Command } from '../command.ts'
import { readOptions } from '../options.ts'

export const auditKey: Command = {
  name: 'audit key',
  summary: 'the public key of the audit roots, to be published',
  help: `verify-once audit key --stage <stage> [--endpoint-url <url>]

Prints the key as a JWK, and on the standard error its thumbprint (RFC 7638). Publish it where auditors find it and we
cannot change it unseen, on the day of the first deployment: a day is proven to whoever has the key from there.

  --stage <stage>        needs AWS credentials with kms:GetPublicKey, and AWS_REGION
  --endpoint-url <url>   another KMS than Amazon's, such as the one of the practice world`,
  async run(args, terminal) {
    const options = readOptions(args, { stage: 'text', 'endpoint-url': 'text' })
    const stage = options.required('stage', 'the name of a deployed stage')
    const endpoint = options.optional('endpoint-url')
    const kms = new KMSClient({ maxAttempts: 2, ...(endpoint === undefined ? {} : { endpoint }) })
    try {
      const jwk = await rootKeyOfStage(kms, stage)
      terminal.out(JSON.stringify(jwk, null, 2))
      terminal.err(`thumbprint: ${thumbprintOf(jwk)}`)
      return 0
    } finally {
      kms.destroy()
    }
  },
}
