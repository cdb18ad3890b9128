import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { Cluster } from '../../src/checks/configuration/cluster';
import { Checks } from '../../src/synthesis/checks';
import { readConfigurationFile } from '../../src/synthesis/configuration-of-app';
import { needs } from '../../src/synthesis/version-needs';
import { refusals } from '../support/synth';

const before = process.cwd();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'configuration-'));
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

const write = (content: string) => writeFileSync('cdk8s-stateful.yaml', content);

test('a folder without a file says nothing', () => {
  expect(readConfigurationFile()).toEqual({ problems: [] });
});

test('the file is read, and what is wrong with it is told', () => {
  write('kubernetesVersion: "1.30"\n');
  const right = readConfigurationFile();
  write('kubernetesVersion: "latest"\n');
  const wrong = readConfigurationFile();

  expect(right.configuration?.kubernetesVersion).toBe('1.30');
  expect(wrong.problems).toEqual([expect.stringContaining("'latest' is no version")]);
});

test('its version is that of clusters that do not say theirs', () => {
  write('kubernetesVersion: "1.30"\n');
  const refused = (...clusters: Cluster[]) => {
    const chart = new Chart(Testing.app(), 'chart');
    for (const cluster of clusters) { Checks.of(chart).cluster(cluster); }
    needs(new Construct(chart, 'db'), { hostUsers: false });
    return refusals(chart).map(words => /got (.*?)[,)]/.exec(words)?.[1]);
  };

  expect(refused()).toEqual(['1.30 (cdk8s-stateful.yaml']);
  expect(refused(new Cluster('lab'))).toEqual(["1.30 (cluster 'lab'"]);
  expect(refused(new Cluster('prod', { kubernetesVersion: '1.33' }))).toEqual([]);
});
