import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { anEvent } from './asking.ts'

export interface Calling {
  readonly method?: string
  readonly path?: string
  readonly subject?: string
  readonly query?: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** What the back end of the bank sends with every call; `doors.ts` recognises it by that. */
export const credentials = { authorization: 'DPoP the-token', dpop: 'the-proof' }

/** A call of the bank's own back end, as API Gateway hands it over. */
export const aCall = ({
  method = 'POST',
  path = '/omera-bank/decisions',
  subject,
  query = '',
  body,
  headers = {},
}: Calling): APIGatewayProxyEventV2 => {
  const event = anEvent({ service: 'omera-bank', query, headers: { ...credentials, ...headers } })
  const http = { ...event.requestContext.http, method, path }
  return {
    ...event,
    rawPath: path,
    pathParameters: { service: 'omera-bank', ...(subject === undefined ? {} : { subject }) },
    requestContext: { ...event.requestContext, http },
    ...(body === undefined ? {} : { body }),
  }
}

export const asJson = { 'content-type': 'application/json' }

/** What no door of the back channel reads as a body, and where it says the mistake is. */
export const wrongBodies = (
  whole: Readonly<Record<string, unknown>>,
): readonly (readonly [string, string, string])[] => [
  ['nothing', '', ''],
  ['no JSON', '{', ''],
  ['a list', '[]', ''],
  ['a member nobody knows', JSON.stringify({ ...whole, further: 1 }), ''],
  ['a member twice', `{"context":{},${JSON.stringify(whole).slice(1, -1)},"context":{}}`, ''],
  ['depth without end', `{"context":${'['.repeat(40)}${']'.repeat(40)}}`, ''],
  ['a circumstance of no kind', JSON.stringify({ ...whole, context: { amount: [1] } }), '/context'],
  ['a circumstance of odd name', JSON.stringify({ ...whole, context: { '<b>': 1 } }), '/context'],
]
