import { podYaml } from './examples';
import { imageName } from '../../../kubernetes/image';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { Placeholder, placeholderIn } from '../../../kubernetes/placeholder';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (value: string) => podYaml(
  `containers: [{name: web, image: "registry.example.com/web:1.4.2", env: [{name: DB_HOST, value: db}, {name: DB_URL, value: "postgres://${value}:5432/shop"}]}]`);

export const unfilledPlaceholder: Check = {
  id: 'unfilled-placeholder',
  why: 'in the value of a variable Kubernetes puts in $(NAME), and takes ${NAME} and $NAME as they stand: the program gets the name in place of the value',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const { container, path } of containersOf(template)) {
        const variables = listOf(container.env).map(recordOf);
        const left = variables.flatMap((variable, i) => {
          const placeholder = typeof variable.value === 'string' ? placeholderIn(variable.value) : undefined;
          return placeholder ? [{ variable, i, placeholder }] : [];
        });
        if (left.length === 0 || fillsItself(container)) { continue; }
        const positions = new Map(variables.map(({ name }, i) => [name, i]));
        for (const { variable, i, placeholder } of left) {
          const position = positions.get(placeholder.name);
          if (!isLeft(variable, placeholder, position !== undefined, container)) { continue; }
          yield {
            object: workload,
            path: `${path}/env/${i}/value`,
            message: `The variable ${textOf(variable.name)} of container '${textOf(container.name)}' of ${titleOf(workload)} holds ${placeholder.text} as it stands: nobody fills it in`,
            fix: position === undefined
              ? `fill in ${placeholder.text} before you apply, such as with envsubst`
              : `write $(${placeholder.name})${position > i ? `, and the variable ${placeholder.name} before ${textOf(variable.name)}` : ''}`,
          };
        }
      }
    }
  },
  bad: example('${DB_HOST}'),
  good: example('$(DB_HOST)'),
};

/** Programs that read `${NAME}` in their settings themselves. */
const READS_PLACEHOLDERS = /beat|fluent|grafana|keycloak|logstash|loki|nifi|otel|promtail|telegraf|tempo|vector/;

/** Text that is a template, a pattern or a line for a shell or a virtual machine. */
const NO_VALUE = /^(JAVA|JDK|JVM|MAVEN|GRADLE|SPRING|LOG|PS\d)|(ARGS|CMD|COMMAND|CONFIG|DSN_TEMPLATE|EXPRESSION|FLAGS|FORMAT|JSON|OPTIONS|OPTS|PARAMS|PATTERN|PROMPT|QUERY|REGEX|SCRIPT|SQL|TEMPLATE|YAML)$/i;

/** Those that the container or its image brings. */
const OF_CONTAINER = /^(HOME|HOSTNAME|LANG|PATH|POD_\w+|PWD|TERM|USER|UID)$/;

/** A program in Java may know `${NAME}`, and one that is given the text by `eval` or `envsubst`. */
function fillsItself({ image, command, args, env }: Readonly<Record<string, any>>): boolean {
  return READS_PLACEHOLDERS.test(imageName(image))
    || [...listOf(command), ...listOf(args)].some(word => /\b(eval|envsubst|java)\b/.test(textOf(word)))
    || listOf(env).map(recordOf).some(({ name, value }) => /^(JAVA|JVM|SPRING)_/.test(textOf(name)) || /^jdbc:/.test(textOf(value)));
}

/** Without a variable of this name it is a value to be filled in only where the whole value is one, or an address has one for its host. */
function isLeft(variable: Record<string, any>, placeholder: Placeholder, isKnown: boolean, { envFrom }: Record<string, any>): boolean {
  const { name, value } = variable;
  const { text, name: wanted, isBraced } = placeholder;
  if (/[\n`]|\{\{|#\{/.test(value) || NO_VALUE.test(textOf(name))) { return false; }
  if (isKnown) { return true; }
  const isWhole = value === text || value.includes(`://${text}`) || value.startsWith(`${text}:`);
  return isBraced && isWhole && !OF_CONTAINER.test(wanted) && listOf(envFrom).length === 0;
}
