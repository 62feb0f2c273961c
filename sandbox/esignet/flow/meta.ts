import { json, problem } from '../http/answers.ts'
import type { Answer, Call } from '../http/call.ts'
import type { World } from '../world.ts'

/** GET flow/meta?type=APP&id=<client_id>: who the login is for. */
export function flowMeta(call: Call, world: World): Answer {
  const client = world.clients.get(new URLSearchParams(call.query).get('id') ?? '')
  if (!client) return problem(404, call.path)
  const { clientId: id, clientName, clientNameLangMap, logoUri, additionalConfig } = client
  const names = { '@none': clientName, ...clientNameLangMap }
  return json(200, { application: { id, name: names, logoUrl: logoUri, purpose: additionalConfig.purpose } }, 'ok')
}
