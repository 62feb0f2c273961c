import { CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2'
import { type App, Validations } from 'aws-cdk-lib/core'

/** A JWT authorizer of API Gateway reads no DPoP proof and spends no proof's id; the door does both before anything else. */
const backChannel =
  'Recognises the calling back end itself: its access token and its proof of possession (RFC 9449 §7).'

/**
 * Routes that API Gateway lets through without an authorizer (rule AwsSolutions-APIG4), and why that is right for each.
 * By route, not for all: a door for somebody's back end must not become public because these are.
 */
export const publicRoutes: Readonly<Record<string, string>> = {
  'GET /{service}/login': 'Starts a login: the browser is nobody yet (OIDC Core §3.1.2.1).',
  'GET /{service}/callback':
    'The identity provider sends the browser back; state, its binding cookie and the code are the credentials (RFC 9700 §4.7).',
  'GET /{service}/session': 'Checks its own opaque cookie against the session store, which API Gateway cannot do.',
  'GET /.well-known/jwks.json': 'Public keys.',
  'GET /.well-known/oauth-authorization-server': 'Where the token door is, and what it takes.',
  'POST /oauth/token':
    'Authenticates the client itself, by its assertion and its proof of possession (RFC 7523, RFC 9449).',
  'POST /{service}/decisions': backChannel,
  'GET /{service}/subjects/{subject}/claims': backChannel,
  'DELETE /{service}/subjects/{subject}': backChannel,
  'POST /access/v1/evaluation': backChannel,
  'GET /openapi.json': 'The description of the interface, which is in the repository as well.',
  'GET /health': 'Says only whether what we need can be reached; monitoring must not depend on a login.',
}

/** Writes the reasons next to the routes, where cdk-nag looks for them. */
export function acknowledge(app: App): void {
  for (const node of app.node.findAll()) {
    if (!(node instanceof CfnRoute)) continue
    const reason = publicRoutes[node.routeKey]
    if (reason !== undefined) Validations.of(node).acknowledge({ id: 'AwsSolutions-APIG4', reason })
  }
}
