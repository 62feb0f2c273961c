import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import type { JobName } from '../../functions/index.ts'
import type { JobManifest } from '../../shared/wiring/define-function.ts'
import { pascalCase, resourceName } from '../names.ts'

export interface Job {
  readonly stage: string
  readonly name: JobName
  readonly manifest: JobManifest
  readonly function: IFunction
}

/** The rule that calls a job. What fails is called twice again by Lambda, and then waits for the next time: a job repeats nothing. */
export const callRegularly = (scope: Construct, { stage, name, manifest, function: job }: Job): Rule =>
  new Rule(scope, `${pascalCase(name)}Schedule`, {
    ruleName: resourceName(stage, name),
    description: `Calls ${name}`,
    schedule: Schedule.expression(manifest.schedule),
    targets: [new LambdaFunction(job)],
  })
