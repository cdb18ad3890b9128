import { fieldName } from '../../../src/diff/changes/field-name';
import { statefulSet } from '../support';

const SET = statefulSet({
  template: {
    spec: {
      containers: [{ name: 'db', env: [{ name: 'REPLICAS', value: '3' }, { name: 'KEY', valueFrom: {} }] }],
      initContainers: [{ name: 'first' }],
      volumes: [{ name: 'scripts' }],
    },
  },
});
const POD = '/spec/template/spec';

test.each([
  [`${POD}/containers/0/env/0/value`, 'container db env REPLICAS'],
  [`${POD}/containers/0/env/1/valueFrom/secretKeyRef/name`, 'container db env KEY valueFrom secretKeyRef name'],
  [`${POD}/containers/0/env/0`, 'container db env REPLICAS'],
  [`${POD}/containers/0/env`, 'container db env'],
  [`${POD}/containers/0/image`, 'container db image'],
  [`${POD}/containers/0`, 'container db'],
  [`${POD}/initContainers/0/image`, 'init container first image'],
  [`${POD}/volumes/0/configMap/name`, 'volume scripts configMap name'],
  [`${POD}/containers`, undefined],
  [`${POD}/containers/7/image`, undefined],
  [`${POD}/nodeName`, undefined],
  ['/spec/replicas', undefined],
])('%s is %s', (path, name) => {
  expect(fieldName(path, SET, undefined)).toBe(name);
});

test('an item that is gone is called as it was', () => {
  expect(fieldName(`${POD}/containers/0/env/0`, SET, { name: 'OLD' })).toBe('container db env OLD');
  expect(fieldName(`${POD}/containers/0`, SET, { name: 'gone' })).toBe('container gone');
});

test('what a danger says of an item in words is not taken for the item', () => {
  expect(fieldName(`${POD}/containers/0/env/0`, SET, 'Secret a, password')).toBe('container db env REPLICAS');
});
