import * as z from 'zod'
import type { TableName } from '../adapters/aws/dynamodb/tables.ts'
import { isTrustworthyUrl } from '../adapters/http/oidc/provider-metadata.ts'
import { backend } from '../adapters/service-files/key-schema.ts'
import { tableVariable, variables } from './environment-names.ts'

/**
 * The one place that reads the environment. Each reader names what it needs, and a cold start that lacks any of it fails at
 * once with every missing or wrong name, instead of three weeks later with one login.
 */
const read = <Shape extends z.ZodRawShape>(shape: Shape): z.infer<z.ZodObject<Shape>> => {
  const result = z.object(shape).safeParse(process.env)
  if (result.success) return result.data
  const wrong = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`The environment of this function is not complete:\n${wrong.join('\n')}`)
}

const jsonOf = <Value extends z.ZodType>(schema: Value) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue('not JSON')
        return z.NEVER
      }
    })
    .pipe(schema)

/** What is no address at all is said once; the next rules need one. */
const url = z.url({ abort: true }).refine((text) => isTrustworthyUrl(new URL(text)), 'HTTPS, or HTTP to this machine')
const origin = url.refine((text) => new URL(text).origin === text, 'an origin, without a trailing slash')
const keyArn = z.string().regex(/^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/[\w-]+$/, 'the ARN of a KMS key')

/** What Node itself reads, and what would take the meaning from every `https` here. Where it is set, nothing starts. */
const unweakened = {
  NODE_TLS_REJECT_UNAUTHORIZED: z
    .string()
    .refine((text) => text !== '0', 'certificates are checked')
    .optional(),
  NODE_OPTIONS: z
    .string()
    .refine(
      (text) => !/--(?:tls-min-v1\.[01]|insecure-http-parser)\b/.test(text),
      'TLS 1.2 at least, and HTTP as it is written',
    )
    .optional(),
}

/** Where we are, and who the parties are. */
export const readStage = () => {
  const values = read({
    ...unweakened,
    [variables.stage]: z.string().min(1),
    [variables.publicUrl]: origin,
    [variables.problemPages]: url.refine((text) => text.endsWith('/'), 'ends with a slash'),
    [variables.portals]: jsonOf(z.record(z.string(), origin)),
  })
  return {
    stage: values.STAGE,
    publicUrl: values.PUBLIC_URL,
    problemPages: values.PROBLEM_PAGES_URL,
    portals: values.SERVICE_PORTALS,
  }
}

/** Identity providers: `issuer` only where it is not the discovery address without its well-known suffix. */
export const readProviders = () =>
  read({
    [variables.providers]: jsonOf(
      z.record(
        z.string(),
        z.object({
          discovery: url,
          release: z.string(),
          issuer: url.exactOptional(),
          pinnedKeys: z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) }).exactOptional(),
          furtherHosts: z.array(z.string().min(1)).exactOptional(),
          declares: z
            .strictObject({
              trustFramework: z.string().min(3),
              assuranceLevel: z.string().min(1).exactOptional(),
              verifier: z.string().min(1),
              claims: z.array(z.string()).min(1),
            })
            .exactOptional(),
        }),
      ),
    ),
  }).IDENTITY_PROVIDERS

export const readClientKeys = () => read({ [variables.clientKeys]: jsonOf(z.record(z.string(), keyArn)) }).CLIENT_KEYS

export const readDecryptionKeys = () =>
  read({ [variables.decryptionKeys]: jsonOf(z.record(z.string(), z.array(keyArn).min(1))) }).DECRYPTION_KEYS

/** Keys that this stage names for back ends; a service that is not in it has those of its file. */
export const readBackendKeys = () =>
  read({ [variables.backendKeys]: jsonOf(z.record(z.string(), backend.shape.jwks)) }).BACKEND_KEYS

export const readTokenKey = () => read({ [variables.tokenKey]: keyArn }).TOKEN_KEY

export const readAuditRootKey = () => read({ [variables.auditRootKey]: keyArn }).AUDIT_ROOT_KEY

export const readDataKey = () => read({ [variables.dataKey]: keyArn }).DATA_KEY

/** Deployed names of exactly these tables. */
export const readTables = (...names: readonly TableName[]): Partial<Record<TableName, string>> => {
  const values: Record<string, string> = read(
    Object.fromEntries(names.map((name) => [tableVariable(name), z.string().min(3)])),
  )
  return Object.fromEntries(names.map((name) => [name, values[tableVariable(name)] ?? '']))
}
