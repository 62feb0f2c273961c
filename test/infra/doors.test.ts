import { describe, expect, test } from 'vitest'
import { functions, jobs } from '../../functions/index.ts'
import { tableVariable, variables } from '../../shared/wiring/environment-names.ts'
import { doorOf } from './policies.ts'
import { stage, stageNames } from './synthesised.ts'

const doors = Object.keys({ ...functions, ...jobs })

const environments = (name: string): ReadonlyMap<string, Readonly<Record<string, unknown>>> =>
  new Map(
    stage(name)
      .ofType('AWS::Lambda::Function')
      .map(({ Properties }) => [
        doorOf(String(Properties['FunctionName'])),
        Object(Properties['Environment']).Variables,
      ]),
  )

const everywhere = [
  variables.stage,
  variables.publicUrl,
  variables.problemPages,
  variables.portals,
  variables.providers,
]

/** What every door of the back channel knows. */
const questions = [
  tableVariable('replay'),
  tableVariable('verified-claims'),
  tableVariable('subject-keys'),
  tableVariable('audit'),
  variables.tokenKey,
]

/** Beyond what every door gets. A name in the wrong environment is a right somebody may come to rely on. */
const ownVariables: Readonly<Record<string, readonly string[]>> = {
  login: [tableVariable('login-transactions'), tableVariable('audit'), variables.clientKeys],
  callback: [
    tableVariable('login-transactions'),
    tableVariable('sessions'),
    tableVariable('verified-claims'),
    tableVariable('subject-keys'),
    tableVariable('audit'),
    variables.clientKeys,
    variables.decryptionKeys,
    variables.dataKey,
  ],
  session: [
    tableVariable('sessions'),
    tableVariable('verified-claims'),
    tableVariable('subject-keys'),
    variables.dataKey,
  ],
  decisions: [...questions],
  evaluation: [...questions],
  claims: [...questions, variables.dataKey],
  erasure: [...questions, tableVariable('sessions')],
  jwks: [variables.clientKeys, variables.tokenKey],
  token: [tableVariable('replay'), variables.backendKeys, variables.tokenKey],
  'seal-audit': [tableVariable('audit'), tableVariable('seals'), variables.auditRootKey],
  health: [
    tableVariable('login-transactions'),
    tableVariable('sessions'),
    tableVariable('verified-claims'),
    tableVariable('subject-keys'),
    tableVariable('replay'),
    tableVariable('audit'),
    tableVariable('seals'),
    variables.clientKeys,
    variables.decryptionKeys,
    variables.tokenKey,
    variables.dataKey,
  ],
}

describe.each(stageNames)('doors in %s', (name) => {
  const synthesised = stage(name)

  test('routes are exactly those of the manifests', () => {
    const routes = synthesised.ofType('AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties['RouteKey'])
    expect(routes.sort()).toEqual(
      Object.values(functions)
        .map(({ route }) => String(route))
        .sort(),
    )
  })

  test('every job is called at its rate by a rule that may call it, and by nobody else', () => {
    const rules = synthesised.ofType('AWS::Events::Rule')
    expect(rules.map(({ Properties }) => Properties['ScheduleExpression'])).toEqual(
      Object.values(jobs).map(({ schedule }) => schedule),
    )
    const calling = synthesised
      .ofType('AWS::Lambda::Permission')
      .filter(({ Properties }) => Properties['Principal'] === 'events.amazonaws.com')
    expect(calling.map(({ Properties }) => synthesised.target(Properties['SourceArn']))).toEqual(
      rules.map(({ path }) => path),
    )
  })

  test('every route leads to the function of its manifest', () => {
    for (const integration of synthesised.ofType('AWS::ApiGatewayV2::Integration')) {
      const door = /^Serve\/Public\/(\w+)\/Integration$/.exec(integration.path)?.[1]
      expect(synthesised.target(integration.Properties['IntegrationUri'])).toBe(`Serve/${door}/Function`)
      expect(integration.Properties['PayloadFormatVersion']).toBe('2.0')
    }
  })

  test('every function runs alike: Node 24 on arm64, one handler name, limits of its manifest', () => {
    for (const { Properties } of synthesised.ofType('AWS::Lambda::Function')) {
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' })
      // HTTP APIs give up after 30 seconds; a function that works on is paid for and answers nobody. A job keeps nobody waiting.
      const isJob = Object.hasOwn(jobs, doorOf(String(Properties['FunctionName'])))
      expect(Number(Properties['Timeout'])).toBeLessThan(isJob ? 300 : 30)
      expect(Properties).not.toHaveProperty('ReservedConcurrentExecutions')
    }
  })

  test('every function has its own log group, and every log group forgets', () => {
    const own = synthesised.ofType('AWS::Lambda::Function').map(({ Properties }) => {
      return synthesised.target(Object(Properties['LoggingConfig']).LogGroup)
    })
    expect(new Set(own).size).toBe(doors.length)
    for (const { Properties } of synthesised.ofType('AWS::Logs::LogGroup')) {
      expect(Properties['RetentionInDays']).toBe(name === 'lasting' ? 365 : 7)
    }
  })

  test.each(doors)('%s gets no environment variable it does not need', (door) => {
    expect(Object.keys(environments(name).get(door) ?? {}).sort()).toEqual(
      [...everywhere, ...(ownVariables[door] ?? [])].sort(),
    )
  })

  test('CORS names only the portals’ origins, never *', () => {
    const portals: Record<string, string> = JSON.parse(String(environments(name).get('login')?.[variables.portals]))
    const [api] = synthesised.ofType('AWS::ApiGatewayV2::Api')
    expect(api?.Properties['CorsConfiguration']).toMatchObject({
      AllowOrigins: Object.values(portals).sort(),
      AllowCredentials: true,
    })
    expect(JSON.stringify(api?.Properties['CorsConfiguration'])).not.toContain('*')
  })

  test('the stage is throttled, doors that sign more than the rest', () => {
    const [entrance] = synthesised.ofType('AWS::ApiGatewayV2::Stage')
    expect(entrance?.Properties).toMatchObject({
      DefaultRouteSettings: { ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 },
      RouteSettings: {
        [functions.login.route]: { ThrottlingRateLimit: 50 },
        [functions.callback.route]: { ThrottlingRateLimit: 50 },
        [functions.token.route]: { ThrottlingRateLimit: 50 },
      },
    })
  })

  test('the access log has no query string, path, address, cookie or header', () => {
    const [entrance] = synthesised.ofType('AWS::ApiGatewayV2::Stage')
    const format = String(Object(entrance?.Properties['AccessLogSettings']).Format)
    expect(JSON.parse(format)).toMatchObject({ requestId: '$context.requestId', status: '$context.status' })
    expect(format).not.toMatch(/path|query|identity|header|cookie|domain|protocol|authorizer/i)
  })

  test('every door has an alarm that says who is hurt', () => {
    for (const [door, { whenItFails }] of Object.entries({ ...functions, ...jobs })) {
      synthesised.watch.hasResourceProperties('AWS::CloudWatch::Alarm', {
        AlarmDescription: whenItFails,
        Dimensions: [{ Name: 'FunctionName', Value: `verify-once-${name}-${door}` }],
        MetricName: 'Errors',
        TreatMissingData: 'notBreaching',
      })
    }
    synthesised.watch.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'Throttled' })
  })

  test('every job has an alarm for when nobody calls it', () => {
    for (const job of Object.keys(jobs)) {
      synthesised.watch.hasResourceProperties('AWS::CloudWatch::Alarm', {
        Dimensions: [{ Name: 'FunctionName', Value: `verify-once-${name}-${job}` }],
        MetricName: 'Invocations',
        ComparisonOperator: 'LessThanThreshold',
        Threshold: 1,
        TreatMissingData: 'breaching',
      })
    }
  })

  test('an operator is told what to register at eSignet', () => {
    const outputs = Object.keys(synthesised.bodies.Serve.Outputs ?? {})
    expect(outputs).toEqual(
      expect.arrayContaining([
        'ApiUrl',
        'PublicUrl',
        'JwksUrl',
        'VisaRedirectUri',
        'VisaClientKeyArn',
        'OmeraBankRedirectUri',
        'OmeraBankClientKeyArn',
      ]),
    )
  })

  test('everything that can bear a tag says to which project and stage it belongs', () => {
    for (const { Properties } of synthesised.resources) {
      if (Properties['Tags'] === undefined) continue
      const tags = JSON.stringify(Properties['Tags'])
      expect(tags).toContain('verify-once')
      expect(tags).toContain(name)
    }
  })
})

test('an ephemeral environment says who answers for it and until when', () => {
  const [key] = stage('ephemeral').ofType('AWS::KMS::Key')
  expect(key?.Properties['Tags']).toEqual(
    expect.arrayContaining([
      { Key: 'owner', Value: 'a-team' },
      { Key: 'expires', Value: '2030-01-31' },
    ]),
  )
})

test('practice listens where the practice world listens', () => {
  expect(environments('practice').get('login')).toMatchObject({
    PUBLIC_URL: 'http://localhost:4301',
    PROBLEM_PAGES_URL: 'http://localhost:4300/problems/',
    SERVICE_PORTALS: JSON.stringify({ 'omera-bank': 'http://localhost:4303', visa: 'http://localhost:4304' }),
  })
})

test('an ephemeral environment without a domain answers at the API’s own endpoint', () => {
  const url = environments('ephemeral').get('login')?.[variables.publicUrl]
  expect(stage('ephemeral').target(url)).toBe('Serve/Public/Api')
})
