import { found, object } from '../support';

const TCP = { name: 'dns-tcp', port: 53, protocol: 'TCP' };
const UDP = { name: 'dns', port: 53, protocol: 'UDP' };
const service = (...ports: object[]) => object('v1', 'Service', { spec: { selector: { app: 'dns' }, ports } }, 'dns');
const told = (before: object[], after: object[]) => found('routes', [service(...before)], [service(...after)]).map(({ message }) => message);

test('a second protocol of a port is lost without --server-side', () => {
  expect(told([TCP], [TCP, UDP])).toEqual([expect.stringMatching(/does not add 53\/UDP, without a word; write kubectl apply --server-side$/)]);
});

test('to take one of the two away is refused without --server-side', () => {
  expect(told([TCP, UDP], [TCP])).toEqual([expect.stringMatching(/is refused when 53\/UDP goes \("spec.ports: Required value"\); write kubectl apply --server-side$/)]);
});

test('ports of other numbers, and two that come together, are merged as they are meant', () => {
  const others = [...told([TCP], [TCP, { ...UDP, port: 54 }]), ...told([{ ...TCP, port: 80 }], [TCP, UDP])];

  expect(others.length).toBeGreaterThan(0);
  expect(others.filter(message => message.includes('--server-side'))).toEqual([]);
});

const IMAGE = 'registry.example.com/dns:1';
const deployment = (...ports: object[]) =>
  object('apps/v1', 'Deployment', { spec: { template: { spec: { containers: [{ name: 'dns', image: IMAGE, ports }] } } } }, 'dns');
const toldOfPods = (before: object[], after: object[]) =>
  found('pod-template', [deployment(...before)], [deployment(...after)]).map(({ message }) => message);
const [OPEN_TCP, OPEN_UDP] = [{ name: 'tcp', containerPort: 53, protocol: 'TCP' }, { name: 'udp', containerPort: 53, protocol: 'UDP' }];

test('a second protocol of a port of a container is lost without --server-side, and one that goes takes the other along', () => {
  expect(toldOfPods([OPEN_TCP], [OPEN_TCP, OPEN_UDP])).toEqual([expect.stringMatching(/does not add 53\/UDP, without a word; write kubectl apply --server-side$/)]);
  expect(toldOfPods([OPEN_TCP, OPEN_UDP], [OPEN_TCP])).toEqual([expect.stringMatching(/takes all ports of that number away with 53\/UDP/)]);
});

test('other ports of a container are merged as they are meant', () => {
  const others = [
    ...toldOfPods([OPEN_TCP], [OPEN_TCP, { ...OPEN_UDP, containerPort: 54 }]),
    ...toldOfPods([OPEN_TCP], [{ ...OPEN_TCP, containerPort: 54 }]),
    ...toldOfPods([], [OPEN_TCP]),
  ];

  expect(others.length).toBeGreaterThan(2);
  expect(others.filter(message => message.includes('--server-side'))).toEqual([]);
});

test('odd ports are no crash', () => {
  const odd = { port: 53, protocol: { toString: 0 } };
  const balancer = (port: unknown) => object('v1', 'Service', { spec: { selector: { app: 'dns' }, type: 'LoadBalancer', ports: [{ port }] } }, 'dns');

  expect(() => told([TCP], [TCP, odd])).not.toThrow();
  expect(() => found('routes', [balancer(53)], [balancer({ toString: 0 })])).not.toThrow();
});
