import { KMSClient } from '@aws-sdk/client-kms'
import { Sentence } from '../../build/sentence.mjs'
import { clientKeyAlias, decryptionKeyAlias, firstKey } from '../../names.ts'
import { readServices, type Service } from '../../services.ts'
import { BadArguments, type Command } from '../command.ts'
import { isForEncryption, type Jwk } from '../keys/jwk.ts'
import { kmsPublicKey } from '../keys/kms-key.ts'
import { readPublicKeys } from '../keys/read-keys.ts'
import { encryptionKeyForm, signingKeyForm } from '../keys/registered-form.ts'
import { type Options, readOptions } from '../options.ts'
import { findRelease, releaseNames, releaseOfStage } from '../release.ts'

export const keysExport: Command = {
  name: 'keys export',
  summary: 'the public client keys, as JWKs in the form eSignet registers',
  help: `verify-once keys export --stage <stage> [--service <id>] [--release <release>] [--endpoint-url <url>]
verify-once keys export --jwks <url or file> --release <release>

Prints a JWK set of the public halves of the client assertion keys, each with kid, use, and the algorithm that the release
of the service's provider is spoken to with; and of the keys for encrypted UserInfo, where a service wants that (of
several, the newest comes first: that one is to be registered). Nothing private is read: KMS hands out public keys only.

  --stage <stage>         the keys of this stage, from KMS by their alias (verify-once/<stage>/<service>/client-assertion);
                          needs AWS credentials with kms:GetPublicKey, and AWS_REGION
  --service <id>          only this service; otherwise every file in services/
  --release <release>     ${releaseNames.join(', ')}; otherwise as cdk.json says for the stage
  --endpoint-url <url>    another KMS than Amazon's, such as the one of the practice world
  --jwks <url or file>    from a published set instead, such as <public URL>/.well-known/jwks.json

Whose key is which is told on the standard error.`,
  async run(args, terminal) {
    const options = readOptions(args, {
      stage: 'text',
      service: 'text',
      release: 'text',
      'endpoint-url': 'text',
      jwks: 'text',
    })
    const place = options.optional('jwks')
    const keys =
      place === undefined ? await fromKms(options, terminal.err) : await fromSet(place, options, terminal.now)
    terminal.out(JSON.stringify({ keys }, null, 2))
    return 0
  },
}

const fromSet = async (place: string, options: Options, now: () => number): Promise<readonly Jwk[]> => {
  if (options.optional('stage') !== undefined) throw new BadArguments('Give --stage or --jwks, not both.')
  const { profile } = findRelease(options.required('release', `one of ${releaseNames.join(', ')}`))
  const keys = await readPublicKeys(place, now)
  const { algorithm } = profile.clientAssertion
  return keys.map((key) => (isForEncryption(key) ? encryptionKeyForm(key) : signingKeyForm(key, algorithm)))
}

const fromKms = async (options: Options, tell: (text: string) => void): Promise<readonly Jwk[]> => {
  const stage = options.required('stage', 'the name of a deployed stage, or give --jwks')
  const services = chosen(options.optional('service'))
  const endpoint = options.optional('endpoint-url')
  const kms = new KMSClient({ maxAttempts: 2, ...(endpoint === undefined ? {} : { endpoint }) })
  try {
    const keys: Jwk[] = []
    for (const { id, provider, encryptedUserInfo, decryptionKeys = [firstKey] } of services) {
      const { profile } = releaseOfStage(stage, provider, options.optional('release'))
      const key = await kmsPublicKey(kms, clientKeyAlias(stage, id))
      tell(`${id}: ${String(key['kid'])}`)
      keys.push(signingKeyForm(key, profile.clientAssertion.algorithm))
      if (encryptedUserInfo !== true) continue
      for (const [age, name] of decryptionKeys.entries()) {
        const opening = await kmsPublicKey(kms, decryptionKeyAlias(stage, id, name))
        const which = decryptionKeys.length === 1 ? '' : age === 0 ? ` (${name}, the newest)` : ` (${name})`
        tell(`${id}, for encrypted UserInfo${which}: ${String(opening['kid'])}`)
        keys.push(encryptionKeyForm(opening))
      }
    }
    return keys
  } finally {
    kms.destroy()
  }
}

const chosen = (id: string | undefined): readonly Service[] => {
  const services = readServices()
  const fitting = id === undefined ? services : services.filter((service) => service.id === id)
  if (fitting.length > 0) return fitting
  throw new Sentence(`There is no service "${id}" in services/; there are ${services.map((one) => one.id).join(', ')}.`)
}
