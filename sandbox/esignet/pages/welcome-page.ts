import type { World } from '../world.ts'
import { html, type Markup } from './html.ts'
import { layout } from './layout.ts'

/** What stands at the root, for somebody who comes by without a service. */
export function welcomePage(world: World): Markup {
  const content = html`<section class="card narrow">
<h1>National login</h1>
<p>People do not start here: a service sends them, and they come back to it once they have logged in.</p>
<ul>
<li><a href="${world.prefix}/.well-known/openid-configuration">OpenID configuration</a></li>
<li><a href="${world.prefix}${world.dialect.paths.jwks}">Signing keys</a></li>
<li><a href="${world.prefix}/practice/state">State of this practice service</a></li>
</ul>
</section>`
  return layout('National login of Veridonia', content, world)
}
