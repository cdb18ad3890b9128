import { manifests, set } from './support';
import { describe as inWords } from '../../src/describe/describe';
import { describeJson } from '../../src/describe/json';

test('the same as data, with what a human has to do beside its reason', () => {
  const description = inWords(manifests(set()));
  const { kubernetesVersion, systems: [{ name, kind, sections }] } = JSON.parse(describeJson(description, description.systems));

  expect({ kubernetesVersion, name, kind }).toEqual({ kubernetesVersion: '1.36', name: 'db', kind: 'StatefulSet' });
  expect(sections).toContainEqual(expect.objectContaining({
    topic: 'failures', title: 'When something goes away', sentences: expect.arrayContaining([expect.objectContaining({ human: expect.stringContaining('When a node is lost') })]),
  }));
});
