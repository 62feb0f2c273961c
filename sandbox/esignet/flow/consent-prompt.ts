import { isObject, isText, member, parseJson } from '../json.ts'
import type { Flow } from './flow.ts'

const purposeName = (flow: Flow) => `attributes:${flow.transaction.clientId}`
const elements = (names: readonly string[]) => names.map((name) => ({ name }))

/** What the consent screen asks: a JSON text, as the release hands it over. */
export function consentPrompt(flow: Flow): { consentPrompt: string } {
  const { essential, voluntary } = flow.transaction.claims
  const purpose = {
    purposeName: purposeName(flow),
    purposeId: flow.transaction.clientId,
    essential: elements(essential),
    optional: elements(voluntary),
  }
  return { consentPrompt: JSON.stringify([purpose]) }
}

/** Claims the person let go; undefined when the decisions are not to be understood. */
export function decidedClaims(flow: Flow, decisions: unknown): readonly string[] | undefined {
  const decided = isText(decisions) ? parseJson(decisions) : undefined
  const purposes = member(decided, 'purposes')
  if (member(decided, 'approved') !== true || !Array.isArray(purposes)) return undefined
  const { essential, voluntary } = flow.transaction.claims
  const approved = purposes
    .filter((purpose: unknown) => member(purpose, 'purposeName') === purposeName(flow))
    .flatMap((purpose: unknown) => approvedElements(member(purpose, 'elements')))
  return [...essential, ...voluntary].filter((name) => approved.includes(name))
}

function approvedElements(list: unknown): string[] {
  const items: unknown[] = Array.isArray(list) ? list : []
  return items.flatMap((item) => (isObject(item) && item.approved === true && isText(item.name) ? [item.name] : []))
}
