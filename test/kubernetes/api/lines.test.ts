import { entriesFor, lineOf, namesIn } from '../../../src/kubernetes/api/lines';
import { KubernetesVersion } from '../../../src/kubernetes/kubernetes-version';

const TEXT = '\nPod\tname:string\t1.28-1.30 host:string\nPodSpec\tnodeName:string\nEmpty\t\n';

const entries = (version: string) => [...entriesFor(KubernetesVersion.of(version), '-1.28 a:1\t1.28- a:2\t1.35.4- b:3\tc:4')];

test('a line is found by its whole name', () => {
  expect([lineOf(TEXT, 'PodSpec'), lineOf(TEXT, 'Empty'), lineOf(TEXT, 'Spec'), lineOf(TEXT, 'Po')]).toEqual(['nodeName:string', '', undefined, undefined]);
});

test.each(['', '\nPod', 'constructor', '__proto__'])('%j is no name', name => {
  expect(lineOf(TEXT, name)).toBeUndefined();
});

test('all names are known in their order', () => {
  expect(namesIn(TEXT)).toEqual(['Pod', 'PodSpec', 'Empty']);
});

test('an entry holds from its first version to the one before the last', () => {
  expect(entries('1.27')).toEqual(['a:1', 'c:4']);
  expect(entries('1.28.0')).toEqual(['a:2', 'c:4']);
  expect(entries('1.35.3')).toEqual(['a:2', 'c:4']);
  expect(entries('1.35.4')).toEqual(['a:2', 'b:3', 'c:4']);
});

test('an empty line has no entries', () => {
  expect([...entriesFor(KubernetesVersion.of('1.36'), '')]).toEqual([]);
});
