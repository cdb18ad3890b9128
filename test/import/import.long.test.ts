import { join, resolve } from 'node:path';
import * as ts from 'typescript';
import { SHAPES } from './shapes';
import { imported, problemsOf, refusalOfText } from './support';
import { EXAMPLES, runExample } from '../support/examples';

const ROOT = resolve(__dirname, '../..');

/** What the compiler says of programs, as a strict project would have it. */
function diagnosticsOf(texts: ReadonlyMap<string, string>): string[] {
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(ROOT, 'tsconfig.dev.json'), ts.sys.readFile).config, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = file => texts.has(file) || fileExists(file);
  host.getSourceFile = (file, target) => texts.has(file) ? ts.createSourceFile(file, texts.get(file)!, target) : getSourceFile(file, target);
  const program = ts.createProgram([...texts.keys()], { ...options, noUnusedLocals: true, types: ['node'] }, host);
  return [...texts.keys()].map(file => program.getSourceFile(file)!)
    .flatMap(file => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

test.each(EXAMPLES)('example %s is imported: it synthesizes, nothing changes, and nothing is wrong that was not before', name => {
  const yaml = runExample(name);

  const { text, comparison, leftOut } = imported(yaml, { secrets: true });

  expect([...comparison.changes, ...leftOut]).toEqual([]);
  expect(refusalOfText(text)).toBeUndefined();
  expect(problemsOf(text).filter(problem => !problemsOf(yaml).includes(problem))).toEqual([]);
});

test('every program compiles', () => {
  const yamls = [...EXAMPLES.map(runExample), ...SHAPES.map(([, , yaml]) => yaml)];
  const texts = new Map(yamls.map((yaml, index) => [join(ROOT, `imported-${index}.ts`), imported(yaml, { secrets: true }).text]));

  const diagnostics = diagnosticsOf(texts);

  expect(diagnostics).toEqual([]);
});
