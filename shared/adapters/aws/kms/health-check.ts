import { DescribeKeyCommand, type KMSClient } from '@aws-sdk/client-kms'
import type { HealthCheck } from '../../../ports/health-checks.ts'

export const keyHealth = (kms: KMSClient, name: string, arn: string): HealthCheck => ({
  name,
  ask: async () => {
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: arn }))
    if (KeyMetadata?.Enabled !== true) throw new Error('key is not enabled')
  },
})
