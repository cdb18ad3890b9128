import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart, Include, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { Cluster } from '../../src/checks/configuration/cluster';
import { Checks } from '../../src/synthesis/checks';
import { readConfigurationFile } from '../../src/synthesis/configuration-of-app';
import { needs } from '../../src/synthesis/version-needs';
import { BAD_WIDGET, WIDGET_DEFINITION } from '../support/custom-resources';
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

test('its definitions count for the objects of the app', () => {
  writeFileSync('widget.yaml', BAD_WIDGET);
  writeFileSync('definitions.yaml', WIDGET_DEFINITION);
  const refused = () => {
    const chart = new Chart(Testing.app(), 'chart');
    Checks.of(chart).enable();
    new Include(chart, 'widget', { url: 'widget.yaml' });
    return refusals(chart);
  };
  const without = refused();
  write('crds: [definitions.yaml]\n');

  expect(without).toEqual([]);
  expect(refused().join()).toContain('custom-resource-value');
});

test('a definition that cannot be read stops the synthesis', () => {
  write('crds: [gone]\n');

  const { problems } = readConfigurationFile();

  expect(problems).toEqual([expect.stringContaining("cdk8s-stateful.yaml: crds: cannot read 'gone'")]);
});
