import { ObjectCheck } from '../object-check';
import { once } from '../schema/once';

/**
 * Rules for kinds that few people write: their code is loaded when the first
 * object of these kinds comes along, or when somebody asks which rules there are.
 */
export function loadedLater(kinds: readonly string[], load: () => ObjectCheck): ObjectCheck {
  const check = once(load);
  return {
    kinds,
    get checks() { return check().checks; },
    run: (object, report, kubernetesVersion) => check().run(object, report, kubernetesVersion),
  };
}
