import type { Identity } from '../identity.ts'
import { html, type Markup } from './html.ts'

/** The invented people, one button each; pressing it fills in the number and tells the page the PIN. */
export function personaCards(identities: Iterable<Identity>): Markup {
  const cards = [...identities].map(
    ({ persona, title, description, individualId, pin }) => html`<li>
<button type="button" class="persona" data-testid="persona-${persona}" data-individual-id="${individualId}" data-pin="${pin}" aria-pressed="false">
<span class="persona-title">${title}</span>
<span class="persona-text">${description}</span>
<span class="persona-number">No. ${individualId}</span>
</button>
</li>`,
  )
  return html`<aside class="people" aria-labelledby="people-title">
<h2 id="people-title">Who are you today?</h2>
<p class="hint">Practice world only: choose a person and their number is filled in.</p>
<ul>${cards}</ul>
</aside>`
}
