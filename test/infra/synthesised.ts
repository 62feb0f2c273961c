import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Template } from 'aws-cdk-lib/assertions'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { type SynthesisOptions, synthesise } from '../../infra/synthesise.ts'

/** Templates of every stage from stub code: what is asserted here does not depend on what a door does. */
export const services = [
  { id: 'omera-bank', provider: 'esignet-veridonia' },
  { id: 'visa', provider: 'esignet-veridonia' },
]

const stub = mkdtempSync(join(tmpdir(), 'verify-once-door-'))
writeFileSync(join(stub, 'index.js'), 'exports.handler = async () => ({ statusCode: 204 })\n')
export const stubCode = () => Code.fromAsset(stub)

export const deployedContext = {
  publicUrl: 'https://login.example.org',
  problemPagesUrl: 'https://example.org/problems/',
  portals: { 'omera-bank': 'https://bank.example.org', visa: 'https://visa.example.org' },
  identityProviders: {
    'esignet-veridonia': { discovery: 'https://esignet.example.org/.well-known/openid-configuration', release: '1.8' },
  },
}

export const contexts: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  practice: {},
  ephemeral: { ...deployedContext, publicUrl: undefined, owner: 'a-team', expires: '2030-01-31' },
  lasting: deployedContext,
}

export const stageNames = Object.keys(contexts)

export const optionsFor = (stage: string): SynthesisOptions => ({
  stage,
  context: contexts[stage] ?? {},
  outdir: mkdtempSync(join(tmpdir(), 'verify-once-assembly-')),
  services,
  codeFrom: stubCode,
})

export interface Resource {
  readonly Type: string
  readonly Properties: Readonly<Record<string, unknown>>
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
  readonly Metadata: Readonly<Record<string, string>>
}

export interface Body {
  readonly Resources: Readonly<Record<string, Resource>>
  readonly Outputs?: Readonly<Record<string, { Value: unknown; Export?: { Name: string } }>>
}

const stackIds = ['Keep', 'Serve', 'Watch'] as const

export class Synthesised {
  readonly bodies: Readonly<Record<(typeof stackIds)[number], Body>>
  readonly keep: Template
  readonly serve: Template
  readonly watch: Template

  constructor(options: SynthesisOptions) {
    const assembly = synthesise(options)
    const body = (id: string): Body => assembly.getStackArtifact(id).template
    this.bodies = { Keep: body('Keep'), Serve: body('Serve'), Watch: body('Watch') }
    this.keep = Template.fromJSON(this.bodies.Keep)
    this.serve = Template.fromJSON(this.bodies.Serve)
    this.watch = Template.fromJSON(this.bodies.Watch)
  }

  /** Every resource of every stack with its construct path, e.g. `Serve/Login/Role`. */
  get resources(): readonly (Resource & { readonly path: string })[] {
    return stackIds.flatMap((id) =>
      Object.values(this.bodies[id].Resources).map((resource) => ({ ...resource, path: pathOf(resource) })),
    )
  }

  ofType(type: string) {
    return this.resources.filter((resource) => resource.Type === type)
  }

  /** The construct path a reference leads to, across stacks: `Keep/Audit`. Literals come back as they are. */
  target(reference: unknown, within: (typeof stackIds)[number] = 'Serve'): string {
    if (typeof reference === 'string') return reference
    const [intrinsic, argument] = Object.entries(Object(reference))[0] ?? []
    if (intrinsic === 'Fn::ImportValue') return this.target(this.#exported(String(argument)), 'Keep')
    const id = intrinsic === 'Fn::GetAtt' && Array.isArray(argument) ? argument[0] : argument
    const resource = this.bodies[within].Resources[String(id)]
    return resource === undefined ? JSON.stringify(reference) : pathOf(resource)
  }

  #exported(name: string): unknown {
    return Object.values(this.bodies.Keep.Outputs ?? {}).find((output) => output.Export?.Name === name)?.Value
  }
}

const pathOf = (resource: Resource): string => (resource.Metadata['aws:cdk:path'] ?? '').replace(/\/Resource$/, '')

const made = new Map<string, Synthesised>()

/** One synthesis per stage and test file. */
export function stage(name: string): Synthesised {
  const known = made.get(name) ?? new Synthesised(optionsFor(name))
  made.set(name, known)
  return known
}
