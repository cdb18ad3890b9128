import { Environment } from '../../../../src/manifest/environment';
import { findingsIn } from '../../findings';

/** A sentence, manifests in YAML, and what the check of this case finds in them: `warning /spec/selector`. */
export type Case = [sentence: string, yaml: string, expected: readonly string[], environment?: Environment];

type Problems = (id: string, yaml: string, environment: Environment) => readonly string[];

/** A test for each case, by the id of its check. */
export function testCases(cases: Readonly<Record<string, readonly Case[]>>, problems: Problems = problemsOf): void {
  describe.each(Object.entries(cases))('%s', (id, list) => {
    // Without its default, jest takes the fourth parameter for the one that ends a test.
    test.each(list)('%s', (_, yaml, expected, environment = {}) => {
      const found = problems(id, yaml, environment);

      expect(found).toEqual(expected);
    });
  });
}

function problemsOf(id: string, yaml: string, environment: Environment): string[] {
  return findingsIn(yaml, environment).filter(({ rule }) => rule === id).map(({ severity, path }) => `${severity} ${path}`);
}

/** Documents of one file. */
export function joined(...documents: string[]): string {
  return documents.join('\n---\n');
}

/** @param rest its fields, such as `spec: {replicas: 3}` @param metadata what it has besides its name */
export function object(apiVersion: string, kind: string, name: string, rest: string, metadata = ''): string {
  return `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: ${name}, ${metadata}}, ${rest}}`;
}
