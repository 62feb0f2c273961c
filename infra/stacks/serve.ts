import type { ThrottleSettings } from 'aws-cdk-lib/aws-apigatewayv2'
import type { Code } from 'aws-cdk-lib/aws-lambda'
import { CfnOutput, Stack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { type DoorName, type FunctionName, functions, jobs } from '../../functions/index.ts'
import type { FunctionManifest, JobManifest } from '../../shared/wiring/define-function.ts'
import { Door } from '../constructs/door.ts'
import { PublicApi } from '../constructs/public-api.ts'
import { callRegularly } from '../constructs/timetable.ts'
import { backendEnvironment, groundEnvironment, stageEnvironment } from '../function-environment.ts'
import { rightsOf } from '../grants.ts'
import type { Ground } from '../ground.ts'
import { statementsFor } from '../iam-statements.ts'
import { lifetimes } from '../lifetimes.ts'
import { pascalCase, resourceName } from '../names.ts'
import { keysOf } from '../records.ts'
import type { StageValues } from '../stages.ts'

export interface ServeProps {
  readonly stage: StageValues
  readonly ground: Ground
  readonly codeFrom: (name: FunctionName) => Code
}

/** Each of these costs a KMS signature, and two call eSignet: they are throttled before they can be used to exhaust either. */
const narrow: Partial<Readonly<Record<DoorName, Required<ThrottleSettings>>>> = {
  login: { rateLimit: 50, burstLimit: 100 },
  callback: { rateLimit: 50, burstLimit: 100 },
  token: { rateLimit: 50, burstLimit: 100 },
  erasure: { rateLimit: 10, burstLimit: 20 },
}

/** The doors and the API they open onto. Holds nothing that cannot be made again. */
export class ServeStack extends Stack {
  readonly api: PublicApi

  constructor(scope: Construct, id: string, { stage, ground, codeFrom }: ServeProps) {
    super(scope, id, {
      stackName: resourceName(stage.name, 'serve'),
      description: 'Verify Once: functions and the HTTP API',
    })
    const lifetime = lifetimes[stage.kind]
    this.api = new PublicApi(this, 'Public', { stage, lifetime })
    const everywhere = stageEnvironment(stage, this.api.publicUrl)
    const make = (name: FunctionName, manifest: FunctionManifest | JobManifest) => {
      const rights = rightsOf(manifest.uses)
      return new Door(this, pascalCase(name), {
        stage: stage.name,
        name,
        manifest,
        code: codeFrom(name),
        statements: statementsFor(rights, ground),
        environment: {
          ...everywhere,
          ...backendEnvironment(manifest.uses, stage),
          ...groundEnvironment(rights, ground, this),
        },
        lifetime,
      })
    }
    for (const name of keysOf(jobs)) {
      const manifest = jobs[name]
      callRegularly(this, { stage: stage.name, name, manifest, function: make(name, manifest).function })
    }
    const doors = keysOf(functions).map((name) => {
      const manifest = functions[name]
      const door = make(name, manifest)
      const throttle = narrow[name]
      return { id: pascalCase(name), route: manifest.route, function: door.function, ...(throttle && { throttle }) }
    })
    this.api.open(doors)
    describe(this, this.api, ground)
  }
}

/** What an operator has to know after a deployment, above all what to register at eSignet. */
function describe(stack: Stack, api: PublicApi, ground: Ground): void {
  const output = (id: string, value: string, description: string) => new CfnOutput(stack, id, { value, description })
  output('PublicUrl', api.publicUrl, 'Origin under which browsers and relying parties reach the API')
  output('JwksUrl', `${api.publicUrl}/.well-known/jwks.json`, 'Public keys of the clients')
  if (api.customDomain === undefined) {
    output('ApiUrl', api.api.apiEndpoint, "The API's own endpoint")
  } else {
    output('DomainTarget', api.customDomain.regionalDomainName, 'The DNS record of the public host points here')
  }
  for (const [service, { key }] of Object.entries(ground.clientKeys)) {
    const id = pascalCase(service)
    output(`${id}RedirectUri`, `${api.publicUrl}/${service}/callback`, `Register at eSignet for ${service}`)
    output(`${id}ClientKeyArn`, key.keyArn, `Public half to register at eSignet for ${service}`)
    const [decryption] = ground.decryptionKeys[service] ?? []
    if (decryption !== undefined)
      output(`${id}DecryptionKeyArn`, decryption.keyArn, `Public half to register as encPublicKey for ${service}`)
  }
}
