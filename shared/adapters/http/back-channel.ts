import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { type Refusal, refusal } from '../../kernel/codes.ts'
import { type Result, refused } from '../../kernel/result.ts'

/** What a back-channel door shows to whoever recognises callers. The scope is one word per kind of door. */
export interface ShownCall<Scope extends string> {
  readonly authorization?: string
  readonly proof?: string
  readonly method: string
  readonly url: string
  readonly service?: string
  readonly scope: Scope
}

/**
 * Recognises who calls a back-channel door, before anything else in the request is looked at. These doors are not for pages: a
 * request that a script of one sent (Fetch standard, `Origin`) is refused even with a good token, for a token in a browser is
 * a token that leaked.
 */
export const callerOf = async <Scope extends string, Caller>(
  event: APIGatewayProxyEventV2,
  door: { readonly publicUrl: string; readonly scope: Scope },
  recognise: (call: ShownCall<Scope>) => Promise<Result<Caller, Refusal>>,
): Promise<Result<Caller, Refusal>> => {
  const { authorization, dpop: proof, origin } = event.headers
  if (origin !== undefined) return refused(refusal('origin-not-allowed'))
  const service = event.pathParameters?.['service']
  return recognise({
    ...(authorization === undefined ? {} : { authorization }),
    ...(proof === undefined ? {} : { proof }),
    method: event.requestContext.http.method,
    url: `${door.publicUrl}${event.rawPath}`,
    ...(service === undefined ? {} : { service }),
    scope: door.scope,
  })
}
