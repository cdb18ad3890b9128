import { imageName } from '../kubernetes/image';
import { listOf, recordOf, textOf } from '../kubernetes/manifest';
import { oncePerKey } from '../kubernetes/once';

/** A setting of the kernel of the node that a program asks for when it starts. */
export interface KernelNeed {
  readonly setting: string;
  /** The least that it takes. */
  readonly least: number;
  /** What nodes have if nobody changed it. */
  readonly usual: number;
}

interface Row extends KernelNeed {
  /** The last part of the image's name. */
  readonly image: RegExp;
  /** Words in its variables, arguments or files with which it does without. */
  readonly unless: RegExp;
}

/**
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/current/_maximum_map_count_check.html
 * @see https://docs.opensearch.org/docs/latest/install-and-configure/install-opensearch/index/#important-settings
 */
const ROWS: readonly Row[] = [
  { image: /^(elasticsearch(-oss|-wolfi)?|opensearch)$/, setting: 'vm.max_map_count', least: 262144, usual: 65530, unless: /single-node|allow_mmap|bootstrap\.checks/ },
  { image: /^sonarqube$/, setting: 'vm.max_map_count', least: 262144, usual: 65530, unless: /allow_mmap|bootstrap\.checks/ },
];

/** What a container needs of the kernel of its node; undefined if nothing is known of its image, or it was told to do without. */
export function kernelNeedOf({ image, env, command, args }: Readonly<Record<string, unknown>>): KernelNeed | undefined {
  const row = rowOf(image);
  const texts = row ? [...listOf(env).map(recordOf).flatMap(variable => [variable.name, variable.value]), ...listOf(command), ...listOf(args)] : [];
  return row && !texts.some(text => row.unless.test(textOf(text))) ? row : undefined;
}

// Many containers have the same image.
const rowOf = oncePerKey((image: unknown) => {
  const name = imageName(image);
  return ROWS.find(one => one.image.test(name));
});
