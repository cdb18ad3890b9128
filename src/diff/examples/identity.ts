import { ChangeExample, edited } from './example';
import { DATA, DB_WITH_DATA, together, workloadYaml } from '../../checks/rules/system/examples';

const SET = workloadYaml('StatefulSet', 'db', [DB_WITH_DATA], 'replicas: 3', DATA);
const CACHE = SET.replace(/\bdb\b/g, 'cache');

/** Of the identity lock: what was locked, and what it says of later manifests. */
export const OF_IDENTITY: Readonly<Record<string, ChangeExample>> = {
  'identity-changed': edited(SET, [['serviceName: db', 'serviceName: db-headless']], [['replicas: 3', 'replicas: 5']]),
  'identity-gone': edited(
    SET,
    [['name: db}', 'name: store}']],
    [['name: db}', 'name: db, labels: {title: store}}']],
    { also: ['system-not-locked'] },
  ),
  'system-not-locked': { before: SET, after: together(SET, CACHE) },
};
