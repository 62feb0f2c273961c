import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isObject, type JsonObject, listOf, objectOf, textOf } from './json.ts'
import { BrokenAssembly, type Unknown } from './problems.ts'
import { openTemplate, type Template } from './template.ts'

/** A file or folder that a deployment would upload; templates name it by `<id>.zip` in the bootstrap bucket. */
export interface FileAsset {
  readonly objectKey: string
  /** Absolute path of the folder or file. */
  readonly path: string
  readonly packaging: string
}

export interface Stack {
  readonly id: string
  readonly name: string
  readonly template: Template
  /** By object key, as `Code.S3Key` names it. */
  readonly assets: ReadonlyMap<string, FileAsset>
}

/** A cloud assembly, stacks in the order in which they must be deployed. */
export interface Assembly {
  readonly directory: string
  readonly stacks: readonly Stack[]
  /** Artifacts of kinds we do not know. */
  readonly unknowns: readonly Unknown[]
}

/** Artifacts that carry no infrastructure: asset manifests are read with their stack, the rest informs people. */
const silentArtifacts = new Set(['cdk:asset-manifest', 'cdk:tree', 'cdk:feature-flag-report'])

const readJson = (path: string): unknown => {
  if (!existsSync(path))
    throw new BrokenAssembly(`The cloud assembly is incomplete: ${path} is missing. Synthesise again.`)
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new BrokenAssembly(`The cloud assembly is damaged: ${path} is not JSON. Synthesise again.`)
  }
}

const assetsIn = (directory: string, file: string): readonly FileAsset[] => {
  const files = objectOf(objectOf(readJson(join(directory, file)))['files'])
  return Object.values(files).flatMap((asset) => {
    const source = objectOf(objectOf(asset)['source'])
    return Object.values(objectOf(objectOf(asset)['destinations'])).map((destination) => ({
      objectKey: textOf(objectOf(destination)['objectKey']),
      path: resolve(directory, textOf(source['path'])),
      packaging: textOf(source['packaging']),
    }))
  })
}

const stackOf = (directory: string, id: string, artifact: JsonObject, artifacts: JsonObject): Stack => {
  const properties = objectOf(artifact['properties'])
  const templateFile = join(directory, textOf(properties['templateFile']))
  const template = openTemplate(readJson(templateFile))
  if (template === undefined)
    throw new BrokenAssembly(`${templateFile} is not a CloudFormation template: it has no Resources.`)
  const assets = listOf(artifact['dependencies'])
    .map((name) => objectOf(artifacts[textOf(name)]))
    .filter((other) => other['type'] === 'cdk:asset-manifest')
    .flatMap((manifest) => assetsIn(directory, textOf(objectOf(manifest['properties'])['file'])))
  const name = textOf(properties['stackName']) || id
  return { id, name, template, assets: new Map(assets.map((asset) => [asset.objectKey, asset])) }
}

/** Stacks after the stacks they depend on (the manifest already forbids circles). */
const inOrder = (stacks: ReadonlyMap<string, Stack>, artifacts: JsonObject): readonly Stack[] => {
  const done = new Map<string, Stack>()
  const visit = (id: string): void => {
    const stack = stacks.get(id)
    if (stack === undefined || done.has(id)) return
    for (const before of listOf(objectOf(artifacts[id])['dependencies'])) visit(textOf(before))
    done.set(id, stack)
  }
  for (const id of stacks.keys()) visit(id)
  return [...done.values()]
}

/**
 * Reads a synthesised cloud assembly (`manifest.json`, templates, asset manifests).
 * Throws {@link BrokenAssembly} when a file is missing or is not what it should be.
 */
export const readAssembly = (directory: string): Assembly => {
  const manifest = readJson(join(directory, 'manifest.json'))
  if (!isObject(manifest) || !isObject(manifest['artifacts'])) {
    throw new BrokenAssembly(`${join(directory, 'manifest.json')} is not the manifest of a cloud assembly.`)
  }
  const artifacts = manifest['artifacts']
  const stacks = new Map<string, Stack>()
  const unknowns: Unknown[] = []
  for (const [id, value] of Object.entries(artifacts)) {
    const type = textOf(objectOf(value)['type'])
    if (type === 'aws:cloudformation:stack') stacks.set(id, stackOf(directory, id, objectOf(value), artifacts))
    else if (!silentArtifacts.has(type)) {
      unknowns.push({ stack: id, where: 'manifest.json', what: `artifact type ${type} is not known` })
    }
  }
  return { directory, stacks: inOrder(stacks, artifacts), unknowns }
}
