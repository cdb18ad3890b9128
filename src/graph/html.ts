import { Graph } from './graph';
import { pageAssets } from './page-assets';
import { pageData } from './page-data';
import { pagePictures } from './page-pictures';
import { colourRules, DARK, LIGHT, styleSheet } from './svg-style';
import { Parts } from './system';
import { sha256 } from '../manifest/sha256';

/** One page that needs nothing else: the picture, a search, and all about each box. */
export async function html(graph: Graph): Promise<string> {
  const workloads = graph.groups.filter(({ kind }) => kind !== 'Namespace');
  const finder = new Parts(graph);
  const systems = workloads.map(workload => finder.around([workload]));
  const { whole, parts } = await pagePictures(graph, systems);
  const { script, style: styleOfPage } = pageAssets();
  const style = [styleSheet('light'), darkRules(), styleOfPage].join('\n');
  // Nothing is fetched, and of scripts and styles only these two run: whatever a manifest holds.
  const policy = [
    "default-src 'none'", `script-src ${hashOf(script)}`, `style-src ${hashOf(style)}`, 'img-src data:', "base-uri 'none'", "form-action 'none'",
    "require-trusted-types-for 'script'", "trusted-types 'none'",
  ].join('; ');
  const title = `${workloads.length} ${workloads.length === 1 ? 'workload' : 'workloads'} on Kubernetes`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<label>Search <input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="name, image, any YAML"></label>
<label>Namespace <select id="namespace"><option value="">all</option></select></label>
<label>System <select id="system"><option value="">all</option></select></label>
<label>Kind <select id="kind"><option value="">all</option></select></label>
<button id="theme" type="button">Dark or light</button>
</header>
<main>
<div id="stage">
<div id="pane" tabindex="0" role="region" aria-label="Picture: arrows move it, plus and minus change its size, 0 shows all of it">${whole}</div>
<div id="tools"><button id="smaller" type="button" aria-label="Smaller">−</button><button id="larger" type="button" aria-label="Larger">+</button><button id="fit" type="button">Fit</button></div>
</div>
<section id="side" aria-label="What the picture shows, in words">
<div id="count"><p id="status" role="status"></p><button id="whole" type="button" hidden>Show everything</button></div>
<div id="panel" tabindex="-1"><noscript>Search and details need JavaScript. It runs in this page alone, and fetches nothing.</noscript></div>
</section>
</main>
${parts.map(({ of, svg }) => `<template${Object.entries(of).map(([name, value]) => ` data-${name}="${escaped(value)}"`).join('')}>${svg}</template>`).join('\n')}
<script type="application/json" id="data">${inScript(pageData(graph, systems))}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** Dark where the screen is, or the reader wants it; never on paper. */
function darkRules(): string {
  return [
    '@media screen and (prefers-color-scheme: dark) {', colourRules(DARK, ':root:not([data-theme="light"]) .kube-picture'), '}',
    '@media screen {', colourRules(DARK, ':root[data-theme="dark"] .kube-picture'), '}',
    '@media print {', colourRules(LIGHT, 'html:root .kube-picture'), '}',
  ].join('\n');
}

function hashOf(text: string): string {
  return `'sha256-${Buffer.from(sha256(text), 'hex').toString('base64')}'`;
}

/** JSON in which nothing ends a script. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
