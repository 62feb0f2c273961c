import { html, type Markup } from '../esignet/pages/html.ts'

/** The frame of every page of the start page's server. */
export const layout = (title: string, content: Markup, ...scripts: readonly string[]): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/start.css">
${scripts.map((script) => html`<script type="module" src="/assets/${script}"></script>`)}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top"><div class="wrap">
<a class="brand" href="/"><img src="/assets/mark.svg" alt="" width="34" height="34"><span>Verify Once</span></a>
<p class="badge">Practice world</p>
</div></header>
<main id="main">
${content}
</main>
<footer><div class="wrap foot-row">
<span>Veridonia, Westalis and everyone in them are invented. Nothing you do here leaves this computer.</span>
<a href="/problems/">Every reason a login can fail</a>
</div></footer>
</body>
</html>
`.text
