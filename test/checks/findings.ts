import { loadAll } from 'js-yaml';
import { checkManifests } from '../../src/checks/run';
import { isManifest } from '../../src/kubernetes/manifest';
import { Environment } from '../../src/manifest/environment';
import { ManifestFinding } from '../../src/reports/finding';

/** What the checker finds in YAML text that a test holds. */
export function findingsIn(yaml: string, environment: Environment = {}): ManifestFinding[] {
  return checkManifests(loadAll(yaml).filter(isManifest), { environment });
}
