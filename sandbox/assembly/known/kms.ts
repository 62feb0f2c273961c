import { anything, type KnownType, oneOf, tags } from './shape.ts'

export const kms: Readonly<Record<string, KnownType>> = {
  'AWS::KMS::Key': {
    properties: {
      Description: anything,
      Enabled: oneOf(true),
      // The local KMS never rotates: a practice world does not live for a year.
      EnableKeyRotation: oneOf(true, false),
      RotationPeriodInDays: anything,
      KeyPolicy: anything,
      KeySpec: oneOf('SYMMETRIC_DEFAULT', 'RSA_2048', 'RSA_3072', 'RSA_4096', 'ECC_NIST_P256'),
      KeyUsage: oneOf('ENCRYPT_DECRYPT', 'SIGN_VERIFY'),
      PendingWindowInDays: anything,
      Tags: tags,
    },
    attributes: ['Arn', 'KeyId'],
    here: 'acted-out',
  },
  'AWS::KMS::Alias': {
    properties: { AliasName: anything, TargetKeyId: anything },
    attributes: [],
    here: 'acted-out',
  },
}
