import { Validations } from 'aws-cdk-lib/core'
import { AwsSolutionsChecks } from 'cdk-nag'
import { buildFunctions } from './build/bundles.ts'
import { synthesise } from './synthesise.ts'

// What `cdk synth`, `cdk diff` and `cdk deploy` run, see cdk.json; findings of cdk-nag stop it. CI appends `--validate`:
//   npx cdk synth -q -a "node infra/build/run.mjs infra/app.ts --validate"
await buildFunctions()
synthesise({
  validate: process.argv.includes('--validate'),
  inspect: (app) => Validations.of(app).addPlugins(new AwsSolutionsChecks(app)),
})
