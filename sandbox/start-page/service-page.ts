import { html } from '../esignet/pages/html.ts'
import type { ServiceFile } from '../world/services.ts'
import { layout } from './layout.ts'
import type { WorldView } from './view.ts'

/** Services that have no portal of their own here. */
export const withoutPortal = (services: readonly ServiceFile[], { urls }: WorldView): readonly ServiceFile[] =>
  services.filter(({ id }) => urls.portals[id] === undefined)

export const nameOf = ({ id, name }: ServiceFile): string => name['en'] ?? id

/** The plainest portal there is: a link for each act, and what the session door says. For services without one of their own. */
export const servicePage = (service: ServiceFile, { urls }: WorldView): string => {
  const here = `/services/${service.id}`
  const login = (act: string) => `${urls.api}/${service.id}/login?${new URLSearchParams({ act, return_to: here })}`
  const content = html`<section class="wrap" data-session="${`${urls.api}/${service.id}/session`}">
<h1>${nameOf(service)}</h1>
<p class="intro">A service without a web site of its own. These links are all it needs, and one question to the session door.</p>
<p id="end" class="notice" role="status" hidden></p>
<ul>${service.acts.map((act) => html`<li><a href="${login(act)}" data-testid="act-${act}">${act.replaceAll('-', ' ')}</a></li>`)}</ul>
<h2>Who is here</h2>
<p id="who">Nobody has logged in.</p>
<div class="scroll"><table class="places"><tbody id="decisions"></tbody></table></div>
<noscript><p>The answer of the session door needs JavaScript.</p></noscript>
</section>`
  return layout(`${nameOf(service)} - practice world`, content, 'service.js')
}
