import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXAMPLE_GROUPS } from './example-groups';
import { drawn } from '../pictures';

/** The overview of the examples, a page for each with its code and its YAML, and its picture; by their paths on the site. */
export async function gallery(root: string): Promise<Map<string, string>> {
  const pages = new Map([['examples/index.md', overview(root)]]);
  for (const [name, title] of EXAMPLE_GROUPS.flatMap(({ examples }) => Object.entries(examples))) {
    const { yaml, picture } = await madeBy(root, name);
    pages.set(`examples/${name}.md`, page(name, title, codeOf(root, name), yaml));
    pages.set(`public/examples/${name}.svg`, picture);
  }
  return pages;
}

function overview(root: string): string {
  return [
    '---',
    'aside: false',
    '---',
    '',
    '# Examples',
    '',
    'Each synthesizes as it stands. The pictures are drawn from the YAML that comes out, by [`cdk8s-stateful graph`](../graph.md).',
    '',
    ...EXAMPLE_GROUPS.flatMap(({ title, examples }) => [
      `## ${title}`,
      '',
      '<div class="gallery">',
      '',
      ...Object.entries(examples).flatMap(([name, about]) => [
        `- [![](/examples/${name}.svg)<br>**${about}**](${name}.md)`,
        '',
        ...aboutOf(codeOf(root, name)).map(line => `  ${line}`),
        '',
      ]),
      '</div>',
      '',
    ]),
  ].join('\n');
}

function page(name: string, title: string, code: string, yaml: string): string {
  const about = aboutOf(code);
  return [
    '---',
    'aside: false',
    'prev: false',
    'next: false',
    '---',
    '',
    `# ${title}`,
    '',
    ...about,
    '',
    `[![What ${name} makes of a cluster, as a picture](/examples/${name}.svg)](/examples/${name}.svg){target="_blank"}`,
    '',
    '::: code-group',
    '',
    `\`\`\`ts [${name}.ts]`,
    code.trim(),
    '```',
    '',
    '```yaml [what comes out]',
    yaml.trim(),
    '```',
    '',
    ':::',
    '',
    '[All examples](index.md)',
    '',
  ].join('\n');
}

const codeOf = (root: string, name: string) => readFileSync(join(root, 'examples', `${name}.ts`), 'utf8');

/** What an example says of itself: the comment at its top. */
function aboutOf(code: string): string[] {
  return (/^(?:\/\/.*\n)+/.exec(code)?.[0] ?? '').split('\n').map(line => line.replace(/^\/\/ ?/, '')).filter(Boolean);
}

/** Runs an example as a user does. */
async function madeBy(root: string, name: string): Promise<{ readonly yaml: string; readonly picture: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'gallery-'));
  const { log } = console;
  try {
    process.env.CDK8S_OUTDIR = folder;
    console.log = () => undefined;
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    require(join(root, 'examples', name));
    const files = readdirSync(folder).sort().map(file => join(folder, file));
    return { yaml: files.map(file => readFileSync(file, 'utf8')).join('---\n'), picture: await drawn(files) };
  } finally {
    console.log = log;
    rmSync(folder, { recursive: true });
  }
}
