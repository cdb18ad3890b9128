/** The element of the page that has an id. */
export function byId<E extends HTMLElement>(id: string): E {
  return document.getElementById(id) as E;
}

type Tag = keyof HTMLElementTagNameMap;
type Attributes = Readonly<Record<string, string>>;

/** A new element. Texts become text, whatever is in them. */
export function element<K extends Tag>(tag: K, attributes: Attributes = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) { made.setAttribute(name, value); }
  made.append(...children);
  return made;
}

/** A button that does something. */
export function button(text: string, action: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', action);
  return made;
}
