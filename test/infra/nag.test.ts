import { CfnStage } from 'aws-cdk-lib/aws-apigatewayv2'
import { CfnFunction } from 'aws-cdk-lib/aws-lambda'
import type { App } from 'aws-cdk-lib/core'
import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, test } from 'vitest'
import { functions, jobs } from '../../functions/index.ts'
import { publicRoutes } from '../../infra/nag.ts'
import { makeApp } from '../../infra/synthesise.ts'
import { optionsFor, stageNames } from './synthesised.ts'

const findings = (app: App) =>
  new AwsSolutionsChecks(app)
    .validateScope(app)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    )

describe('cdk-nag, AWS Solutions', () => {
  test.each(stageNames)('has no unacknowledged finding in %s', (name) => {
    expect(findings(makeApp(optionsFor(name)))).toEqual([])
  })

  test('sees what we break', () => {
    const app = makeApp(optionsFor('practice'))
    for (const node of app.node.findAll()) {
      if (node instanceof CfnFunction) node.runtime = 'nodejs18.x'
      if (node instanceof CfnStage) node.accessLogSettings = undefined
    }
    const found = findings(app)
    expect(found.filter((finding) => finding.includes('-L1 '))).toHaveLength(
      Object.keys({ ...functions, ...jobs }).length,
    )
    expect(found.filter((finding) => finding.includes('-APIG1 '))).toHaveLength(1)
  })

  test('every route acknowledged as public exists', () => {
    const routes = Object.values(functions).map(({ route }) => String(route))
    expect(routes).toEqual(expect.arrayContaining(Object.keys(publicRoutes)))
  })
})
