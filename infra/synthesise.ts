import { readFileSync } from 'node:fs'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { App, Tags } from 'aws-cdk-lib/core'
import type { CloudAssembly } from 'aws-cdk-lib/cx-api'
import type { FunctionName } from '../functions/index.ts'
import { acknowledge } from './nag.ts'
import { project } from './names.ts'
import { readServices, type Service } from './services.ts'
import { isObject } from './settings.ts'
import { KeepStack } from './stacks/keep.ts'
import { ServeStack } from './stacks/serve.ts'
import { WatchStack } from './stacks/watch.ts'
import { stageValues } from './stages.ts'

export interface SynthesisOptions {
  /** Stage name; else context key `stage`, else `practice`. */
  readonly stage?: string
  /** Context as `cdk -c` would give it; see `stages.ts` for the keys. */
  readonly context?: Readonly<Record<string, unknown>>
  /** Receives the cloud assembly. Default: what the CDK command line asks for, else a temporary folder. */
  readonly outdir?: string
  /** Where a door's code comes from. Default: its bundle in `dist/functions`, see `build/bundles.ts`. */
  readonly codeFrom?: (name: FunctionName) => Code
  /** Default: the files in `services/`. */
  readonly services?: readonly Service[]
  /** AWS's own check of every resource against its schema. Off unless asked: it takes ten times as long as the rest. */
  readonly validate?: boolean
  /** Called before synthesis, e.g. to register a rule pack. */
  readonly inspect?: (app: App) => void
}

/** Builds the app without synthesising it. @throws Sentence when a value of the stage is missing or wrong */
export function makeApp(options: SynthesisOptions = {}): App {
  const app = new App({
    ...(options.outdir !== undefined && { outdir: options.outdir }),
    analyticsReporting: false,
    builtinCloudFormationValidation: options.validate ?? false,
    context: {
      ...contextOfCdkJson(),
      ...options.context,
      ...(options.stage !== undefined && { stage: options.stage }),
    },
    postCliContext: sameEitherWay,
  })
  const lookup = (key: string): unknown => app.node.tryGetContext(key)
  const services = options.services ?? readServices()
  const stage = stageValues(String(lookup('stage') ?? 'practice'), lookup, services)

  const keep = new KeepStack(app, 'Keep', { stage, services })
  const serve = new ServeStack(app, 'Serve', {
    stage,
    ground: keep.ground,
    codeFrom: options.codeFrom ?? ((name) => Code.fromAsset(`dist/functions/${name}`)),
  })
  const watch = new WatchStack(app, 'Watch', { stage, apiId: serve.api.api.apiId })
  watch.addStackDependency(serve)

  for (const [key, value] of Object.entries({ project, stage: stage.name, ...stage.tags })) Tags.of(app).add(key, value)
  acknowledge(app)
  options.inspect?.(app)
  return app
}

/** The cloud assembly of one stage: what `cdk deploy` deploys and what the practice world boots from. */
export const synthesise = (options: SynthesisOptions = {}): CloudAssembly => makeApp(options).synth()

/** Run by the command line or in a process of ours, the template shall be the same; the CLI would set these, or its flags would. */
const sameEitherWay = {
  'aws:cdk:enable-path-metadata': true,
  'aws:cdk:enable-asset-metadata': true,
  'aws:cdk:disable-stack-trace': true,
}

/** The CDK command line passes on the context of cdk.json; without it we must read it ourselves. */
function contextOfCdkJson(): Readonly<Record<string, unknown>> {
  const parsed: unknown = JSON.parse(readFileSync('cdk.json', 'utf8'))
  const context = isObject(parsed) ? parsed['context'] : undefined
  return isObject(context) ? context : {}
}
