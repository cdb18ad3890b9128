import { isNamespaced, sysctlName } from '../../src/kubernetes/sysctls';

test.each([
  ['net/ipv4/tcp_syncookies', 'net.ipv4.tcp_syncookies'],
  ['net.ipv4.conf.eth0/1.rp_filter', 'net.ipv4.conf.eth0/1.rp_filter'],
  ['net/ipv4/conf/eth0.1/rp_filter', 'net.ipv4.conf.eth0/1.rp_filter'],
])('%s is the setting %s', (written, name) => {
  expect(sysctlName(written)).toBe(name);
});

test.each([
  ['kernel.sem', true],
  ['kernel.shmmax', true],
  ['net.core.somaxconn', true],
  ['fs.mqueue.msg_max', true],
  ['fs.file-max', false],
  ['vm.max_map_count', false],
  ['kernel.semaphore', false],
])('%s is of a Pod alone: %s', (name, expected) => {
  expect(isNamespaced(name)).toBe(expected);
});
