import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { optionsFor, Synthesised, stage, stageNames } from './synthesised.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('the template does not depend on the machine', () => {
  test.each(stageNames)('two syntheses of %s are equal', (name) => {
    expect(new Synthesised(optionsFor(name)).bodies).toEqual(stage(name).bodies)
  })

  test.each(stageNames)('%s names neither this folder, nor this host, nor an account', (name) => {
    const text = JSON.stringify(stage(name).bodies)
    expect(text).not.toContain(process.cwd())
    expect(text).not.toContain(`"${hostname()}`)
    expect(text).not.toMatch(/\b\d{12}\b/)
  })

  test('run by the CDK command line it is the same as run by us', () => {
    const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'))
    // What `cdk synth` hands to the app it starts, as of aws-cdk 2.1148.
    vi.stubEnv(
      'CDK_CONTEXT_JSON',
      JSON.stringify({
        ...context,
        'aws:cdk:enable-path-metadata': true,
        'aws:cdk:enable-asset-metadata': true,
        'aws:cdk:version-reporting': false,
        'aws:cdk:bundling-stacks': ['**'],
      }),
    )
    vi.stubEnv('CDK_DEFAULT_ACCOUNT', '111122223333')
    vi.stubEnv('CDK_DEFAULT_REGION', 'eu-west-1')
    expect(new Synthesised(optionsFor('practice')).bodies).toEqual(stage('practice').bodies)
  })

  test('the command line’s context wins', () => {
    vi.stubEnv('CDK_CONTEXT_JSON', JSON.stringify({ practiceBasePort: '5300' }))
    const { Serve } = new Synthesised({ ...optionsFor('practice'), context: { practiceBasePort: 6300 } }).bodies
    expect(Serve.Outputs?.['PublicUrl']?.Value).toBe('http://localhost:5301')
  })
})
