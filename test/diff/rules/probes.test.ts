import { found, podTemplate, statefulSet } from '../support';

const set = (container: object) => statefulSet({ template: podTemplate(container) });
const liveness = (probe: object, more: object = {}) => set({ livenessProbe: { tcpSocket: { port: 5432 }, ...probe }, ...more });
const startup = (failureThreshold: number) => ({ startupProbe: { tcpSocket: { port: 5432 }, failureThreshold } });

describe('database-killed-sooner: probes that kill a database sooner', () => {
  test.each([
    ['fewer failures', liveness({ failureThreshold: 10 }), liveness({ failureThreshold: 1 }), '/livenessProbe', 'has not answered for 10 seconds, 100 before'],
    ['less time for an answer', liveness({ timeoutSeconds: 5 }), liveness({}), '/livenessProbe', 'within 1 second, 5 before'],
    ['no time to start', liveness({}, startup(60)), liveness({ initialDelaySeconds: 20 }), '/startupProbe', '50 seconds after its start, 600 before'],
    ['less time to start', liveness({}, startup(60)), liveness({}, startup(3)), '/startupProbe', '30 seconds after its start, 600 before'],
  ])('%s', (_, before, after, path, message) => {
    const changes = found('database-killed-sooner', [before], [after]);

    expect(changes).toMatchObject([{ severity: 'error', path: `/spec/template/spec/containers/0${path}` }]);
    expect(changes[0].message).toContain(message);
  });

  test.each([
    ['it gets more time', liveness({}), liveness({ failureThreshold: 6, timeoutSeconds: 5 })],
    ['more than a minute is left', liveness({ failureThreshold: 60 }), liveness({ failureThreshold: 6 })],
    ['the time to start goes with the liveness probe', liveness({}, startup(60)), set({})],
    ['it is no database', liveness({ failureThreshold: 10 }, { image: 'shop:1' }), liveness({}, { image: 'shop:1' })],
  ])('is no danger if %s', (_, before, after) => {
    expect(found('database-killed-sooner', [before], [after])).toEqual([]);
  });
});
