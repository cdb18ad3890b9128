import { usualPorts } from '../../src/manifest/usual-ports';

test.each([
  [{ image: 'redis:7.4' }, [6379]],
  [{ image: 'redis:7.4', args: ['--port', '7000'] }, undefined],
  [{ image: 'nginx:1.27', volumeMounts: [{ mountPath: '/usr/share/nginx/html/a' }] }, [80]],
  [{ image: 'nginx:1.27', volumeMounts: [{ mountPath: '/etc/nginx/conf.d' }] }, undefined],
  [{ image: 'a:1' }, undefined],
])('%j listens on %j', (container, ports) => {
  expect(usualPorts(container)).toEqual(ports);
});
