import { describe, expect, test } from 'vitest'
import { stageValues } from '../../infra/stages.ts'
import { deployedContext, optionsFor, Synthesised, services } from './synthesised.ts'

const values = (name: string, context: Readonly<Record<string, unknown>>) =>
  stageValues(name, (key) => context[key], services)

const backEndKey = { kty: 'OKP', crv: 'Ed25519', x: 'x'.repeat(43), kid: 'one' }

describe('a missing or wrong value stops with a sentence that names the context key', () => {
  const lasting: readonly [string, Readonly<Record<string, unknown>>, RegExp][] = [
    ['no public URL', { publicUrl: undefined }, /production.* needs .*-c publicUrl=/],
    ['a public URL without TLS', { publicUrl: 'http://login.example.org' }, /publicUrl must be an https URL/],
    ['a public URL with a path', { publicUrl: 'https://example.org/login' }, /publicUrl must be an origin/],
    ['no problem pages', { problemPagesUrl: undefined }, /-c problemPagesUrl=/],
    ['no portals', { portals: undefined }, /-c portals=/],
    ['portals that are no object', { portals: 'visa' }, /portals of stage "production" must be a JSON object/],
    ['a service without a portal', { portals: { visa: 'https://v.example.org' } }, /portals\.omera-bank .*is missing/],
    ['no providers', { identityProviders: undefined }, /-c identityProviders=/],
    ['a provider nobody declared', { identityProviders: {} }, /"omera-bank" is identified by "esignet-veridonia"/],
    [
      'a provider without a release',
      { identityProviders: { 'esignet-veridonia': { discovery: 'https://e.example.org/d' } } },
      /identityProviders\.esignet-veridonia\.release/,
    ],
    [
      'a provider without TLS',
      { identityProviders: { 'esignet-veridonia': { discovery: 'http://e.example.org/d', release: '1.8' } } },
      /identityProviders\.esignet-veridonia\.discovery must be an https URL/,
    ],
    ['keys of nobody', { backendKeys: { nobody: { keys: [backEndKey] } } }, /backendKeys names "nobody"/],
    ['keys that are none', { backendKeys: { visa: { keys: [] } } }, /backendKeys\.visa\.keys cannot be used/],
    [
      'a private key of a back end',
      { backendKeys: { visa: { keys: [{ ...backEndKey, d: 'x'.repeat(43) }] } } },
      /backendKeys\.visa\.keys\.0\.d cannot be used: no private member/,
    ],
    [
      'more keys than an environment holds',
      {
        backendKeys: {
          visa: { keys: Array.from({ length: 10 }, (_, n) => ({ ...backEndKey, kid: `${n}`, more: 'x'.repeat(300) })) },
        },
      },
      /backendKeys is too long/,
    ],
  ]
  test.each(lasting)('lasting, %s', (_, change, sentence) => {
    expect(() => values('production', { ...deployedContext, ...change })).toThrow(sentence)
  })

  const ephemeral = { ...deployedContext, publicUrl: undefined, owner: 'a-team', expires: '2030-01-31' }
  test.each([
    ['no owner', { owner: undefined }, /-c owner=/],
    ['no expiry', { expires: undefined }, /-c expires=/],
    ['an expiry that is no day', { expires: 'friday' }, /expires must be a day/],
    ['a certificate without a host', { certificateArn: 'arn:aws:acm:…' }, /certificateArn needs publicUrl/],
  ])('ephemeral, %s', (_, change, sentence) => {
    expect(() => values('ephemeral-a', { ...ephemeral, ...change })).toThrow(sentence)
  })

  test.each(['', 'Production', 'a'.repeat(21), 'x/y'])('a stage cannot be named %j', (name) => {
    expect(() => values(name, deployedContext)).toThrow(/cannot name a stage/)
  })

  test.each([80, 'x', 65_530])('practice cannot start at port %s', (practiceBasePort) => {
    expect(() => values('practice', { practiceBasePort })).toThrow(/practiceBasePort/)
  })
})

describe('where values come from', () => {
  test('keys of back ends are those of the stage, and only the token door is told', () => {
    const backendKeys = { visa: { keys: [backEndKey] } }
    expect(values('production', { ...deployedContext, backendKeys }).backendKeys).toEqual(backendKeys)
    expect(values('production', { ...deployedContext, backendKeys: JSON.stringify(backendKeys) }).backendKeys).toEqual(
      backendKeys,
    )
    expect(values('production', deployedContext).backendKeys).toEqual({})
  })

  test('the command line gives text, cdk.json gives objects, and both are the same', () => {
    const text = Object.fromEntries(
      Object.entries(deployedContext).map(([key, value]) => [
        key,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    )
    expect(values('production', text)).toEqual(values('production', deployedContext))
  })

  test('cdk.json may hold the values of each stage, and the command line wins over them', () => {
    const stages = { production: deployedContext }
    expect(values('production', { stages })).toEqual(values('production', deployedContext))
    expect(values('production', { stages, publicUrl: 'https://other.example.org' }).publicUrl).toBe(
      'https://other.example.org',
    )
  })

  test('a service without a portal of its own sends people to the start page of the practice world', () => {
    const more = [{ id: 'clinic', provider: 'esignet-veridonia' }, ...services]
    expect(stageValues('practice', () => undefined, more).portals).toEqual({
      clinic: 'http://localhost:4300',
      'omera-bank': 'http://localhost:4303',
      visa: 'http://localhost:4304',
    })
  })
})

describe('a stage with a domain of its own', () => {
  const { serve, watch, bodies } = new Synthesised({
    ...optionsFor('lasting'),
    context: {
      ...deployedContext,
      certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/one',
      alarmTopicArn: 'arn:aws:sns:eu-west-1:111122223333:alarms',
    },
  })

  test('answers under that name and closes the API’s own endpoint', () => {
    serve.hasResourceProperties('AWS::ApiGatewayV2::DomainName', { DomainName: 'login.example.org' })
    serve.hasResourceProperties('AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: true })
    expect(Object.keys(bodies.Serve.Outputs ?? {})).toContain('DomainTarget')
  })

  test('every alarm calls the topic', () => {
    watch.allResourcesProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: ['arn:aws:sns:eu-west-1:111122223333:alarms'],
    })
  })
})
