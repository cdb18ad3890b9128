import { RESOURCES, isNamespaced } from './store';

/** What kubectl asks before its first request. */
export function discovery(path: string): object | undefined {
  if (path === '/api') { return { kind: 'APIVersions', versions: ['v1'] }; }
  if (path === '/apis') {
    const groups = Object.keys(RESOURCES).filter(version => version !== 'v1').map(groupVersion => {
      const [name, version] = groupVersion.split('/');
      return { name, versions: [{ groupVersion, version }], preferredVersion: { groupVersion, version } };
    });
    return { kind: 'APIGroupList', apiVersion: 'v1', groups };
  }
  if (path === '/openapi/v3') {
    const paths = Object.keys(RESOURCES).map(version => [(version === 'v1' ? 'api/' : 'apis/') + version, { serverRelativeURL: `/openapi/v3/${version}` }]);
    return { paths: Object.fromEntries(paths) };
  }
  const schema = /^\/openapi\/v3\/(.*)$/.exec(path)?.[1];
  if (schema) { return openApi(schema); }
  const version = /^\/(?:api|apis)\/(v1|[a-z0-9.]+\/v1)$/.exec(path)?.[1];
  return version && RESOURCES[version] ? resourceList(version) : undefined;
}

function resourceList(groupVersion: string): object {
  const verbs = ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'];
  const resources = Object.entries(RESOURCES[groupVersion]).flatMap(([name, kind]) => [
    { name, singularName: kind.toLowerCase(), namespaced: isNamespaced(groupVersion, kind), kind, verbs, shortNames: SHORT_NAMES[name] ?? [] },
    ...kind === 'StatefulSet' ? [{ name: `${name}/scale`, namespaced: true, group: 'autoscaling', version: 'v1', kind: 'Scale', verbs: ['get', 'patch', 'update'] }] : [],
  ]);
  return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion, resources };
}

const SHORT_NAMES: Readonly<Record<string, readonly string[]>> = { persistentvolumes: ['pv'], persistentvolumeclaims: ['pvc'] };

/** Only as much as kubectl needs to know that the server checks fields itself. */
function openApi(groupVersion: string): object {
  const [group, version] = groupVersion.includes('/') ? groupVersion.split('/') : ['', groupVersion];
  return {
    openapi: '3.0.0',
    info: { title: 'stand-in', version: '1' },
    paths: Object.fromEntries(Object.entries(RESOURCES[groupVersion]).map(([resource, kind]) => [`/${groupVersion}/${resource}/{name}`, {
      patch: {
        'x-kubernetes-group-version-kind': { group, version, kind },
        'parameters': [{ name: 'fieldValidation', in: 'query' }, { name: 'fieldManager', in: 'query' }],
        'responses': {},
      },
    }])),
  };
}
