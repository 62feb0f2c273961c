import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod'
import { type Refusal, refusal } from '../../kernel/codes.ts'
import { Fault } from '../../kernel/fault.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { parseStrictJson } from '../json/strict-json.ts'

/** An honest question has a few hundred bytes. */
const largestBody = 64 * 1024

const jsonType = /^application\/json(?:[ \t]*;[ \t]*charset="?utf-8"?)?[ \t]*$/i

/** A refusal of a body, and where in it the mistake is: a JSON Pointer (RFC 6901) of names the door knows itself. */
export interface BodyRefusal {
  readonly refusal: Refusal
  readonly path?: string
}

/**
 * The body of a request as JSON that only one reading exists of (`strict-json.ts`), in the shape the door wants; members it does
 * not know are refused. The path leads as far as the door's own names go, so that nothing that was sent is repeated.
 */
export const readJson = <Shape extends z.ZodType>(
  event: APIGatewayProxyEventV2,
  shape: Shape,
): Result<z.infer<Shape>, BodyRefusal> => {
  if (!jsonType.test(event.headers['content-type'] ?? ''))
    return refused({ refusal: refusal('media-type-unsupported') })
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
  if (body.length > largestBody) return refused({ refusal: refusal('body-too-large') })
  const value = parse(body)
  if (!value.ok) return refused({ refusal: refusal('body-invalid', value.refusal), path: '' })
  const read = shape.safeParse(value.value)
  return read.success ? ok(read.data) : refused({ refusal: refusal('body-invalid'), path: whereOf(shape, read.error) })
}

const parse = (body: Buffer): Result<unknown, string> => {
  try {
    return ok(parseStrictJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)))
  } catch (error) {
    return refused(error instanceof Fault ? error.code : 'not JSON')
  }
}

const whereOf = (shape: z.ZodType, { issues }: z.ZodError): string => {
  let at: unknown = shape
  const known: string[] = []
  for (const name of issues[0]?.path ?? []) {
    if (!(at instanceof z.ZodObject) || typeof name !== 'string' || !Object.hasOwn(at.shape, name)) break
    known.push(name)
    at = unwrapped(at.shape[name])
  }
  return known.map((name) => `/${name}`).join('')
}

const unwrapped = (shape: unknown): unknown =>
  shape instanceof z.ZodExactOptional || shape instanceof z.ZodOptional ? shape.unwrap() : shape
