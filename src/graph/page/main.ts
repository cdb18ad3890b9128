import { PageData } from './data';
import { byId, element } from './dom';
import { Pane } from './pane';
import { Panel } from './panel';
import { Drawn, Pictures } from './pictures';
import { Search } from './search';
import { hashOf, View, viewOf } from './view';

const data = JSON.parse(byId('data').textContent) as PageData;
const indices = new Map(data.items.map(({ id }, index) => [id, index]));
const systemIds = data.systems.map(item => data.items[item].id);
const search = new Search(data);
const pane = new Pane(byId('pane'));
const pictures = new Pictures(byId('pane'));
const panel = new Panel(byId('panel'), data, {
  choose: item => {
    go({ chosen: data.items[item].id });
    byId('panel').querySelector<HTMLElement>('h2[tabindex]')?.focus({ preventScroll: true });
  },
  open: system => go({ system: systemIds[system] }),
  back: () => {
    go({ chosen: undefined });
    byId('search').focus();
  },
});

const fields = { text: byId<HTMLInputElement>('search'), namespace: byId<HTMLSelectElement>('namespace'), system: byId<HTMLSelectElement>('system'), kind: byId<HTMLSelectElement>('kind') };
let view: View = viewOf(location.hash);
let shown = '';
let drawn: Drawn;

/** Goes to another view. Letters of a search are no steps of the back button. */
function go(change: Partial<View>, isStep = true): void {
  view = { ...view, ...change };
  history[isStep ? 'pushState' : 'replaceState'](null, '', hashOf(view));
  render();
}

function render(): void {
  const system = view.system === undefined || !systemIds.includes(view.system) ? undefined : systemIds.indexOf(view.system);
  draw(system);
  const { text, namespace, kind } = view;
  const found = search.find({ text, namespace, kind, system });
  const chosen = view.chosen === undefined ? undefined : indices.get(view.chosen);
  const isSifted = text !== '' || kind !== undefined || namespace !== undefined;
  drawn.emphasize(isSifted ? new Set([...found, ...chosen === undefined ? [] : [chosen]].map(inPicture)) : undefined);
  drawn.choose(chosen === undefined ? undefined : inPicture(chosen), partsOf(chosen));
  if (chosen === undefined) { panel.list(found, isSifted); } else { panel.details(chosen, system); }
  document.querySelector('main')!.dataset.shows = chosen !== undefined ? 'details' : text === '' ? 'all' : 'found';
  const target = chosen === undefined ? undefined : drawn.find(inPicture(chosen));
  if (target) { pane.reveal(target); }
  byId('status').textContent = `${found.length} of ${data.items.length}`;
  for (const [name, field] of Object.entries(fields)) { if (field !== document.activeElement) { field.value = view[name as keyof View] ?? ''; } }
  byId('whole').hidden = system === undefined && namespace === undefined && kind === undefined && text === '';
}

function draw(system: number | undefined): void {
  const key = JSON.stringify([system, view.namespace]);
  if (key === shown) { return; }
  shown = key;
  const picture = pictures.of(system, view.namespace);
  drawn = new Drawn(picture);
  pane.show(picture, drawn.over);
}

/** The id of the box in which an item is: its own, or that of its workload where this is one box. */
function inPicture(index: number): string {
  const { id, systems } = data.items[index];
  const system = drawn.find(id) ? undefined : systems.find(one => drawn.find(systemIds[one]));
  return system === undefined ? id : systemIds[system];
}

function partsOf(index: number | undefined): string[] {
  return index === undefined ? [] : data.items.filter(({ within }) => within === index).map(({ id }) => id);
}

function fill(select: HTMLSelectElement, options: readonly (readonly [value: string, text: string])[]): void {
  select.append(...options.map(([value, text]) => element('option', { value }, text)));
}

fill(fields.namespace, data.namespaces.map(name => [name, name]));
fill(fields.system, data.systems.map(item => data.items[item]).map(({ id, kind, name, namespace }) => [id, `${name} (${[kind, ...data.namespaces.length > 1 && namespace ? [namespace] : []].join(', ')})`]));
fill(fields.kind, [...new Set(data.items.map(({ kind }) => kind))].sort().map(kind => [kind, kind]));

fields.text.addEventListener('input', () => go({ text: fields.text.value, chosen: undefined }, false));
for (const name of ['namespace', 'system', 'kind'] as const) {
  fields[name].addEventListener('change', () => go({ [name]: fields[name].value || undefined, chosen: undefined }));
}
window.addEventListener('popstate', () => {
  view = viewOf(location.hash);
  render();
});
byId('larger').addEventListener('click', () => pane.larger());
byId('smaller').addEventListener('click', () => pane.smaller());
byId('fit').addEventListener('click', () => pane.fit());
byId('whole').addEventListener('click', () => go({ text: '', namespace: undefined, kind: undefined, system: undefined, chosen: undefined }));

const dark = matchMedia('(prefers-color-scheme: dark)');
byId('theme').addEventListener('click', () => {
  const now = document.documentElement.dataset.theme ?? (dark.matches ? 'dark' : 'light');
  document.documentElement.dataset.theme = now === 'dark' ? 'light' : 'dark';
});

const indexAt = (target: EventTarget | null) => indices.get((target as Element).closest('[data-id]')?.getAttribute('data-id') ?? '');
byId('pane').addEventListener('click', ({ target }) => {
  const index = indexAt(target);
  if (index !== undefined) { go({ chosen: data.items[index].id }); }
});
byId('pane').addEventListener('dblclick', ({ target }) => {
  const index = indexAt(target);
  if (index !== undefined && data.systems.includes(index)) { go({ system: data.items[index].id }); }
});

document.addEventListener('keydown', event => {
  if (event.key === '/' && !(event.target as Element).matches('input, select')) {
    event.preventDefault();
    fields.text.select();
  }
  if (event.key === 'Escape') { stepBack(); }
});

/** From what is chosen to the list, from the list to everything. */
function stepBack(): void {
  if (view.chosen !== undefined) {
    go({ chosen: undefined });
  } else {
    go({ text: '', namespace: undefined, kind: undefined, system: undefined });
    fields.text.value = '';
  }
}

render();
