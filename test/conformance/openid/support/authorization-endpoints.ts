import { randomUUID } from 'node:crypto'
import { type Answer, type AuthorizationRequest, type Call, change, type Desk } from './desk.ts'
import { demand, judgeAssertion, judgeRequest } from './judge-client.ts'

/** RFC 9126 §2: the request arrives under the client's signature. */
export const answerPushed = async (desk: Desk, { method, form }: Call): Promise<Answer> => {
  demand(method === 'POST', 'the request was not pushed by POST')
  const assertion = await judgeAssertion(form, desk.client, { ...desk.profile.clientAssertion, audience: desk.issuer })
  desk.onlyOnce(assertion.jti, 'the jti of a client assertion')
  demand(!form.has('request_uri'), 'a pushed request has a request_uri')
  const request = Object.fromEntries(form)
  judgeRequest(request, desk.client)
  const requestUri = `urn:ietf:params:oauth:request_uri:${randomUUID()}`
  desk.pushed.set(requestUri, request)
  return { status: 201, body: { request_uri: requestUri, expires_in: 60 } }
}

/** The page that needs no person: whoever comes has consented, and is sent back. */
export const answerAuthorize = async (desk: Desk, { method, query }: Call): Promise<Answer> => {
  demand(method === 'GET', 'the browser did not come by GET')
  const request = requestOf(desk, query)
  judgeRequest(request, desk.client)
  const code = randomUUID()
  desk.codes.set(code, request)
  const issuer = desk.profile.issuerParameter === 'absent' ? {} : { iss: desk.issuer }
  const response = change(desk, 'authorizationResponse', { code, state: request['state'], ...issuer })
  const address = new URL(request['redirect_uri'] ?? '')
  for (const [name, value] of Object.entries(response)) address.searchParams.set(name, String(value))
  return { status: 302, headers: { location: address.href } }
}

/** A pushed request is named once, and nothing but the client stands beside it (FAPI 2.0 §5.3.3.2 no. 6). */
const requestOf = (desk: Desk, query: URLSearchParams): AuthorizationRequest => {
  if (desk.profile.pushedAuthorizationRequests === 'never') return Object.fromEntries(query)
  demand([...query.keys()].sort().join() === 'client_id,request_uri', 'more than client_id and request_uri came along')
  const requestUri = query.get('request_uri') ?? ''
  const request = desk.pushed.get(requestUri)
  demand(request !== undefined, 'the request_uri is not known, or was used')
  desk.pushed.delete(requestUri)
  return request ?? {}
}
