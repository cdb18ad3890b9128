import { loadAll } from 'js-yaml';
import { Environment } from '../../src/checks/environment';
import { ManifestFinding, checkManifests } from '../../src/checks/run';
import { isManifest } from '../../src/manifest/manifest';

/** What the checker finds in YAML text that a test holds. */
export function findingsIn(yaml: string, environment: Environment = {}): ManifestFinding[] {
  return checkManifests(loadAll(yaml).filter(isManifest), { environment });
}
