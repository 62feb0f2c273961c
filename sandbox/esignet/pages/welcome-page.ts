import type { World } from '../world.ts'
import { html, type Markup } from './html.ts'
import { layout } from './layout.ts'

/** What stands at the root, for somebody who comes by without a service. */
export function welcomePage(world: World): Markup {
  const content = html`<section class="card narrow">
<h1>National login</h1>
<p>People do not start here: a service sends them, and they come back to it once they have logged in.</p>
<ul>
<li><a href="/.well-known/openid-configuration">OpenID configuration</a></li>
<li><a href="/.well-known/jwks.json">Signing keys</a></li>
<li><a href="/practice/state">State of this practice service</a></li>
</ul>
</section>`
  return layout('National login of Veridonia', content, { homeUrl: world.homeUrl })
}
