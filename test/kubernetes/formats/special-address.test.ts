import { specialIp } from '../../../src/kubernetes/formats/special-address';

test.each([
  ['0.0.0.0', 'no address'], ['::', 'no address'], ['127.1.2.3', 'loopback'], ['::1', 'loopback'], ['::ffff:127.0.0.1', 'loopback'], ['169.254.0.1', 'link-local'],
  ['fe80::1', 'link-local'], ['224.0.0.1', 'multicast'], ['ff02::1', 'multicast'], ['ff12::1', 'multicast'],
])('no traffic can go to %s', (ip, why) => {
  const special = specialIp(ip);

  expect(special).toContain(why);
});

test.each(['10.0.0.1', '224.0.1.1', 'fd00::1', 'ff05::1', 'x'])('nothing is said about %s', ip => {
  const special = specialIp(ip);

  expect(special).toBeUndefined();
});
