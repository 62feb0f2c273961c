import type { Counters } from './counters.ts'
import { accessDeniedMessage } from './iam/access-denied.ts'
import { evaluate } from './iam/evaluate.ts'
import type { RequestContext } from './iam/policy.ts'
import type { Identity } from './identities.ts'
import type { AccessNeed, Call, Door } from './wire/door.ts'
import { accessDenied, type WireError } from './wire/wire-error.ts'

export interface AuthorizationParts {
  readonly region: string
  readonly counters: Counters
}

/**
 * Lets a call pass that has every permission it needs; the administrator is not asked.
 *
 * @throws WireError AccessDeniedException for the first permission that lacks, which is also remembered as a denial
 */
export async function authorize(parts: AuthorizationParts, door: Door, call: Call, identity: Identity): Promise<void> {
  if (identity.administrator) return
  const needs = await door.needs(call)
  if (needs === 'administrator') {
    const action = `${door.service}:${call.operation}`
    const message = `User: ${identity.caller.sessionArn} is not authorized to perform: ${action} (the practice world leaves it to the administrator)`
    throw refuse(parts, door, call, identity, { action, resource: '*', message })
  }
  for (const need of needs) {
    const request = { caller: identity.caller, ...need, context: withCaller(need, identity, parts.region) }
    const verdict = evaluate(request, identity.policies, need.keyPolicy)
    if (verdict.allowed) continue
    throw refuse(parts, door, call, identity, { ...need, message: accessDeniedMessage(request, verdict) })
  }
}

function refuse(
  parts: AuthorizationParts,
  door: Door,
  call: Call,
  identity: Identity,
  lack: { action: string; resource: string; message: string },
): WireError {
  const { action, resource, message } = lack
  const { name: principal } = identity
  parts.counters.recordDenial({
    principal,
    service: door.service,
    operation: call.operation,
    action,
    resource,
    message,
  })
  return accessDenied(message)
}

/** The global condition keys: what is true of the caller and the moment, whatever is called. */
function withCaller(need: AccessNeed, identity: Identity, region: string): RequestContext {
  const now = new Date()
  return new Map([
    ...need.context,
    ['aws:principalarn', [identity.caller.roleArn]],
    ['aws:principalaccount', [identity.caller.accountId]],
    ['aws:resourceaccount', [identity.caller.accountId]],
    ['aws:principaltype', ['AssumedRole']],
    ['aws:principalisawsservice', ['false']],
    ['aws:viaawsservice', ['false']],
    ['aws:requestedregion', [region]],
    // The loopback interface stands for TLS here: there is no wire to listen on.
    ['aws:securetransport', ['true']],
    ['aws:currenttime', [now.toISOString()]],
    ['aws:epochtime', [String(Math.floor(now.getTime() / 1000))]],
    ...Object.entries(identity.tags).map(([key, value]): [string, string[]] => [
      `aws:principaltag/${key.toLowerCase()}`,
      [value],
    ]),
  ])
}
