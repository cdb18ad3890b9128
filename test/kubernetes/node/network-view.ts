import { NetworkPod } from './network-pod';
import { waitUntil } from '../../../scripts/kubernetes/wait';
import { Pool } from '../plans/pool';

/** Policies are enforced within seconds after they are applied. */
const SECONDS = 60;
/** Programs that ask at the same time. */
const AT_ONCE = 4;

/** `listener ← asker` → the ports at which the one answers the other, where there are any. */
export type View = Readonly<Record<string, readonly number[]>>;

/** @param open gives the ports that should answer */
export function viewOf(
  listeners: readonly NetworkPod[], askers: readonly NetworkPod[], open: (listener: NetworkPod, asker: NetworkPod) => readonly number[],
): View {
  const pairs = listeners.flatMap(listener => askers.filter(asker => asker !== listener).map(asker => [listener, asker] as const));
  const all = pairs.map(([listener, asker]) => [`${listener.name} ← ${asker.name}`, open(listener, asker)] as const);
  return Object.fromEntries(all.filter(([, ports]) => ports.length > 0));
}

/** What each gets from each, as soon as it is what it should be, or at last. */
export async function seenView(listeners: readonly NetworkPod[], askers: readonly NetworkPod[], expected: View): Promise<View> {
  let view: View = {};
  await waitUntil('', SECONDS, async () => {
    view = await look(listeners, askers);
    return isEqual(view, expected);
  }).catch(() => { /* The test tells the difference. */ });
  return view;
}

async function look(listeners: readonly NetworkPod[], askers: readonly NetworkPod[]): Promise<View> {
  const pool = new Pool(AT_ONCE);
  const reached = new Map(await Promise.all(askers.map(async asker => [asker, await pool.run(() => asker.reached(listeners))] as const)));
  return viewOf(listeners, askers, (listener, asker) => reached.get(asker)!.get(listener)!);
}

function isEqual(one: View, other: View): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every(name => String(one[name]) === String(other[name]));
}
