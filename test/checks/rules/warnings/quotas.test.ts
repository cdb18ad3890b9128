import { of, warns } from '../object/rule-cases';

const quota = (hard: string) => of('ResourceQuota', 'v1', `spec: {hard: {${hard}}}`);

warns([
  ['the short name', quota('memory: 2Gi, limits.memory: 1Gi'), 'quota-request-above-limit /spec/hard/memory'],
  ['the long name where both are there', quota('cpu: 8, requests.cpu: 1, limits.cpu: 2')],
  ['no limit', quota('cpu: 8')],
], '1.35');
