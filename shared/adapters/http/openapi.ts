import * as z from 'zod'
import type { refusals } from '../../kernel/codes.ts'
import { claimsShape, erasureShape, evaluationAnswerShape, problemShape } from './answer-shapes.ts'
import { evaluationShape } from './authzen.ts'
import { decisionShape } from './decision-body.ts'
import { questionShape } from './question.ts'

/** Schemas by the name under which the description holds them. Those of bodies are the very ones the doors parse with. */
const shapes = {
  Question: questionShape,
  Decision: decisionShape,
  Claims: claimsShape,
  Erasure: erasureShape,
  Evaluation: evaluationShape,
  EvaluationAnswer: evaluationAnswerShape,
  Problem: problemShape,
} as const

type ShapeName = keyof typeof shapes

const content = (name: ShapeName, type = 'application/json') => ({
  content: { [type]: { schema: { $ref: `#/components/schemas/${name}` } } },
})

/** Every door of the back channel may answer these before it looks at anything. */
const ofEveryDoor = [401, 403, 500, 503]

/** What a status may mean at these doors, in the words of the refusals. */
const meanings: Readonly<Record<number, readonly (keyof typeof refusals)[]>> = {
  400: ['body-invalid', 'parameter-invalid', 'act-unknown'],
  401: ['access-token-missing', 'access-token-invalid', 'proof-invalid', 'proof-replayed'],
  403: ['caller-not-allowed', 'scope-insufficient', 'origin-not-allowed', 'act-not-permitted'],
  404: ['subject-unknown'],
  410: ['subject-erased'],
  413: ['body-too-large'],
  415: ['media-type-unsupported'],
  500: ['internal-fault'],
  503: ['store-unavailable', 'key-unavailable'],
}

const responses = (answer: ShapeName, refused: readonly number[]) => ({
  200: { description: 'As asked.', ...content(answer) },
  ...Object.fromEntries(
    [...refused, ...ofEveryDoor].map((status) => [
      status,
      { description: (meanings[status] ?? []).join(', '), ...content('Problem', 'application/problem+json') },
    ]),
  ),
})

const inPath = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } })

const body = (name: ShapeName) => ({ requestBody: { required: true, ...content(name) } })

const paths = {
  '/{service}/decisions': {
    post: {
      operationId: 'decide',
      summary: 'May this person do that now? Decided from what is kept.',
      security: [{ token: ['decisions'], proof: [] }],
      parameters: [inPath('service')],
      ...body('Question'),
      responses: responses('Decision', [400, 404, 410, 413, 415]),
    },
  },
  '/{service}/subjects/{subject}/claims': {
    get: {
      operationId: 'releaseClaims',
      summary: 'The claims an act names, if it is permitted now.',
      security: [{ token: ['claims'], proof: [] }],
      parameters: [
        inPath('service'),
        inPath('subject'),
        { name: 'act', in: 'query', required: true, schema: { type: 'string' } },
      ],
      responses: responses('Claims', [400, 404, 410]),
    },
  },
  '/{service}/subjects/{subject}': {
    delete: {
      operationId: 'erase',
      summary: 'Erases a person at this service, and answers a signed receipt.',
      security: [{ token: ['erasure'], proof: [] }],
      parameters: [inPath('service'), inPath('subject')],
      responses: responses('Erasure', []),
    },
  },
  '/access/v1/evaluation': {
    post: {
      operationId: 'evaluate',
      summary: 'The same decision as OpenID AuthZEN Authorization API 1.0.',
      security: [{ token: ['decisions'], proof: [] }],
      ...body('Evaluation'),
      responses: responses('EvaluationAnswer', [400, 413, 415]),
    },
  },
} as const

/**
 * The doors for back ends as OpenAPI 3.1, whose schemas are JSON Schema 2020-12. Optional members of a body may be left out but
 * not be null, and further members are refused; the schemas say both.
 */
export const openApi = (publicUrl: string) => ({
  openapi: '3.1.1',
  info: {
    title: 'Verify Once: for a service’s own back end',
    version: '0.1.0',
    description: 'Decisions, verified claims and erasure. Access tokens come from POST /oauth/token (RFC 6749 §4.4).',
  },
  servers: [{ url: publicUrl }],
  paths,
  components: {
    securitySchemes: {
      token: {
        type: 'http',
        scheme: 'DPoP',
        description: 'Authorization: DPoP <access token> (RFC 9449 §7.1).',
      },
      proof: { type: 'apiKey', in: 'header', name: 'DPoP', description: 'A new proof for each request (RFC 9449 §4).' },
    },
    schemas: Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, jsonSchema(shape)])),
  },
})

/** Without the line that names the dialect: OpenAPI 3.1 has one for all of its schemas. */
const jsonSchema = (shape: z.ZodType): Readonly<Record<string, unknown>> => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io: 'input' })
  return schema
}
