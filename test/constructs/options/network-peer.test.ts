import { NetworkPeer, StatefulApp } from '../../../src';
import { newChart } from '../../support/synth';

test('an app is known by its selector and its namespace', () => {
  const app = new StatefulApp(newChart('shop'), 'web', { image: 'httpd:2.4.62' });

  expect(NetworkPeer.app(app).toPeer()).toEqual({
    podSelector: { matchLabels: app.selectorLabels },
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } },
  });
});

test('pods without a namespace are those beside the app', () => {
  expect(NetworkPeer.pods({ app: 'web' }).toPeer()).toEqual({ podSelector: { matchLabels: { app: 'web' } } });
});

test('a namespace means all its pods', () => {
  expect(NetworkPeer.namespace('shop').toPeer()).toEqual({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } });
});

test('addresses may have exceptions', () => {
  expect(NetworkPeer.ipBlock('10.0.0.0/8', ['10.1.0.0/16']).toPeer()).toEqual({ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } });
  expect(NetworkPeer.ipBlock('10.0.0.0/8').toPeer()).toEqual({ ipBlock: { cidr: '10.0.0.0/8' } });
});


test('namespaces are chosen by their labels, and pods of them by theirs', () => {
  expect(NetworkPeer.namespaces({ team: 'data' }).toPeer()).toEqual({ namespaceSelector: { matchLabels: { team: 'data' } } });
  expect(NetworkPeer.namespaces({}, { app: 'web' }).toPeer()).toEqual({ namespaceSelector: { matchLabels: {} }, podSelector: { matchLabels: { app: 'web' } } });
});

test('the namespace of the app means all its pods', () => {
  expect(NetworkPeer.ownNamespace().toPeer()).toEqual({ podSelector: {} });
});
