import { loadAll } from 'js-yaml';
import { checkManifests } from '../../src/checks/run';
import { isManifest } from '../../src/kubernetes/manifest';
import { Environment } from '../../src/manifest/environment';
import { Finding } from '../../src/reports/finding';

/** What the checker finds in YAML text that a test holds. */
export function findingsIn(yaml: string, environment: Environment = {}): Finding[] {
  return checkManifests(loadAll(yaml).filter(isManifest), { environment });
}
