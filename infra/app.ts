import { Validations } from 'aws-cdk-lib/core'
import { AwsSolutionsChecks } from 'cdk-nag'
import { buildFunctions } from './build/bundles.ts'
import { synthesise } from './synthesise.ts'

// What `cdk synth`, `cdk diff` and `cdk deploy` run, see cdk.json.
await buildFunctions()
synthesise({ inspect: (app) => Validations.of(app).addPlugins(new AwsSolutionsChecks(app)) })
