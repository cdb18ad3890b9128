import type * as rarer from './rarer-kinds';
import { Check } from '../engine/check';
import { ObjectCheck } from '../engine/object-check';
import { once } from '../engine/once';

/**
 * Rules for kinds that many systems do without: their code is loaded when the
 * first object of these kinds comes along, or when somebody asks which rules there are.
 */
export function rulesLoadedLater(kinds: readonly string[], pick: (checks: typeof rarer) => ObjectCheck): ObjectCheck {
  const check = once(() => pick(rarerKinds()));
  return {
    kinds,
    get checks() { return check().checks; },
    run: (object, report, kubernetesVersion) => check().run(object, report, kubernetesVersion),
  };
}

/** The same for a check of the whole system. */
export function checkLoadedLater(kinds: readonly string[], pick: (checks: typeof rarer) => Check): Check {
  const check = once(() => pick(rarerKinds()));
  return {
    kinds,
    get id() { return check().id; },
    get why() { return check().why; },
    get severity() { return check().severity; },
    get bad() { return check().bad; },
    get good() { return check().good; },
    run: (inventory, context) => check().run(inventory, context),
  };
}

function rarerKinds(): typeof rarer {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./rarer-kinds') as typeof rarer;
}
