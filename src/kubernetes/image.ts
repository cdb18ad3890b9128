import { textOf } from './manifest';

/** An image without tag and digest: `registry:5000/bitnami/etcd` of `registry:5000/bitnami/etcd:3.5@sha256:...`. */
export function repositoryOf(image: unknown): string {
  return textOf(image).replace(/@.*$/, '').replace(/:[^/:]*$/, '');
}

/** The last part of that: `etcd`. */
export function imageName(image: unknown): string {
  return repositoryOf(image).replace(/^.*\//, '');
}
