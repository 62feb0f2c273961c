import { html, type Markup } from './html.ts'

/** The frame of every page: practice banner, masthead, content, foot. */
export function layout(
  title: string,
  content: Markup,
  options: { prefix: string; script?: string; homeUrl?: string | undefined },
): Markup {
  const { prefix } = options
  const script = options.script
    ? html`<script type="module" src="${prefix}/assets/${options.script}"></script>`
    : html``
  const home = options.homeUrl
    ? html`<p><a href="${options.homeUrl}" data-testid="home">Back to the start page of the practice world</a></p>`
    : html``
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="${prefix}/assets/crest.svg" type="image/svg+xml">
<link rel="stylesheet" href="${prefix}/assets/esignet.css">
${script}
</head>
<body>
<p class="practice" role="note">Practice world — simulated eSignet, invented people</p>
<header class="masthead">
<div class="frame">
<img src="${prefix}/assets/crest.svg" alt="" width="44" height="44">
<p><span class="state">Republic of Veridonia</span><span class="office">National login</span></p>
</div>
</header>
<main class="frame" id="main">
${content}
</main>
<footer class="frame foot">
<p>Veridonia and everyone in it are made up. Nothing you enter here leaves this computer.</p>
${home}
</footer>
</body>
</html>
`
}
