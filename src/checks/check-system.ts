import { checkFailed, failure } from './check-failed';
import { contextOf } from './engine/context';
import { SYSTEM_CHECKS } from './rules/registry';
import { ApiModel } from '../kubernetes/api/model';
import { Manifest } from '../kubernetes/manifest';
import { Environment } from '../manifest/environment';
import { Inventory } from '../manifest/inventory';
import { Repository } from '../manifest/repository';
import { Finding, findingOf } from '../reports/finding';
import { severityOf } from '../reports/rule';

/** What is found, and the manifest that it is about. */
export interface About {
  readonly about: Manifest;
  readonly finding: Finding;
}

/** What is known of the manifests besides what stands in them. */
export interface Around {
  readonly environment?: Environment;
  readonly repository?: Repository;
}

/** What checks of the whole system find. One that fails keeps no other from running. */
export function checkSystem(manifests: readonly Manifest[], { environment = {}, repository }: Around, model: ApiModel): About[] {
  const found: About[] = [];
  const [first] = manifests;
  const attempt = (what: string, run: () => void) => {
    try { run(); } catch (error) {
      if (first) { found.push({ about: first, finding: findingOf(checkFailed, first, failure(what, error)) }); }
    }
  };

  attempt('the references between objects', () => {
    const inventory = new Inventory(manifests);
    const context = contextOf(inventory, environment, model, repository);
    for (const check of SYSTEM_CHECKS) {
      attempt(check.id, () => {
        for (const { object: about, severity = severityOf(check), ...statement } of check.run(inventory, context)) {
          found.push({ about, finding: findingOf({ id: check.id, severity }, about, statement) });
        }
      });
    }
  });
  return found;
}
