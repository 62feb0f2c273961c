import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** What the session door of the fake answers next. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

export interface FakeVerifyOnce {
  readonly url: string
  /** every request as `METHOD path cookie-or-nothing` */
  readonly seen: string[]
  answer: Answer
  close(): Promise<void>
}

/** A session door that says what it is told to, with the cross-origin headers a browser insists on for credentials. */
export async function startFake(): Promise<FakeVerifyOnce> {
  const server = createServer((request, response) => respond(fake, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const fake: FakeVerifyOnce = {
    url: `http://localhost:${port}`,
    seen: [],
    answer: nobody,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return fake
}

function respond(fake: FakeVerifyOnce, request: IncomingMessage, response: ServerResponse): void {
  fake.seen.push(`${request.method} ${request.url} ${request.headers.cookie ?? ''}`.trim())
  response.setHeader('access-control-allow-origin', request.headers.origin ?? '')
  response.setHeader('access-control-allow-credentials', 'true')
  response.setHeader('content-type', fake.answer.status === 200 ? 'application/json' : 'application/problem+json')
  response.writeHead(fake.answer.status)
  response.end(typeof fake.answer.body === 'string' ? fake.answer.body : JSON.stringify(fake.answer.body))
}

export const nobody: Answer = {
  status: 401,
  body: { title: 'Nobody is logged in', status: 401, code: 'session-missing', login: 'javascript:alert(1)' },
}

const passport = { type: 'document', document: 'passport', issuer: 'Westalis Passport Office', expires: '2031-05-01' }

export const eidas = {
  id: 'vc_1',
  trustFramework: 'eidas',
  assuranceLevel: 'high',
  verifiers: ['eidas-verifier.veridonia.example'],
  time: '2026-11-04T09:30:00Z',
  validUntil: '2027-11-04T09:30:00Z',
  origin: 'asserted',
  evidence: [passport],
  claims: { name: 'Mira Solvang', country: 'Westalis', birthdate: '1990-01-31' },
  satisfies: ['open-account'],
}

export const westalis = {
  ...eidas,
  id: 'vc_2',
  trustFramework: 'westalis-nid',
  assuranceLevel: 'standard',
  verifiers: ['nid-verifier.westalis.example'],
  evidence: [],
  satisfies: [],
}

export const permit = {
  outcome: 'permit',
  validUntil: '2027-03-01T00:00:00Z',
  lapsesFirst: 'evidence',
  requirements: [
    {
      rule: 'accept[0].assuranceLevel',
      expected: 'at least substantial',
      actual: 'high',
      pass: true,
      remedy: null,
    },
    {
      rule: 'accept[0].verifiedWithin',
      expected: 'at most P1Y ago',
      actual: '2026-11-04T09:30:00Z',
      pass: true,
      remedy: null,
    },
    { rule: 'accept[1].trustFrameworks', expected: 'other', actual: 'eidas', pass: false, remedy: 're-verify' },
  ],
}

export const gap = {
  outcome: 're-verify',
  requirements: [
    {
      rule: 'authentication.maxAge',
      expected: 'at most PT30M ago',
      actual: '2026-11-24T10:00:00Z',
      pass: true,
      remedy: null,
    },
    { rule: 'accept[0].trustFrameworks', expected: 'eidas', actual: 'westalis-nid', pass: false, remedy: 're-verify' },
    {
      rule: 'accept[0].assuranceLevel',
      expected: 'at least substantial',
      actual: 'standard',
      pass: false,
      remedy: 're-verify',
    },
    { rule: 'accept[0].claims.country', expected: 'country, verified', actual: null, pass: false, remedy: null },
  ],
}

/** A complete answer of the session door, with some members replaced. */
export function session(changes: Record<string, unknown> = {}): Answer {
  return {
    status: 200,
    body: {
      service: 'omera-bank',
      subject: 'p_4f1c0e',
      authentication: { acr: ['mosip:idp:acr:generated-code'], authTime: '2026-11-24T10:00:00Z' },
      since: '2026-11-24T10:00:05Z',
      until: '2026-11-24T22:00:05Z',
      act: 'open-account',
      acts: { 'open-account': permit, 'sign-in': { outcome: 'permit', requirements: [] } },
      claims: { email: 'mira@mail.example' },
      verifiedClaims: [eidas],
      ...changes,
    },
  }
}
