import { BEHAVIOURS } from './behaviours';
import { changedFindings } from './changed-findings';
import { coursesOf } from './course';
import { newDefault, newDefaults } from './new-defaults';
import { applyAgain } from './next-apply';
import { Behaviour } from './rules/behaviour';
import { CheckOptions, checkDocuments } from '../checks/run';
import { ApiModel } from '../kubernetes/api/model';
import { Manifest } from '../kubernetes/manifest';
import { groupBy } from '../manifest/group-by';
import { Inventory } from '../manifest/inventory';
import { SourceDocument } from '../manifest/read/document';
import { References } from '../manifest/references/references';
import { Finding, Place, Statement, findingOf } from '../reports/finding';
import { RuleInfo, severityOf } from '../reports/rule';

/**
 * What the same manifests mean on a newer version: refused, dropped, obeyed, defaulted and treated otherwise. What is wrong
 * on the first version already is not told; `check` does that.
 *
 * @param way every version that the upgrade goes through
 */
export function upgradeFindings(
  documents: readonly SourceDocument[], way: readonly ApiModel[], options: Pick<CheckOptions, 'environment' | 'definitions'> = {},
): Finding[] {
  const onEach = way.map(model => checkDocuments(documents, { ...options, model }));
  const sources = documents.filter(({ manifest }) => manifest);
  const findings = [
    ...changedFindings(coursesOf(onEach), way),
    ...behaviourFindings(sources, way),
    ...objectFindings(sources, onEach, way),
  ];
  const order = new Map(documents.map((source, index) => [keyOf(source), index]));
  const positionOf = ({ place }: Finding) => order.get(keyOf(place)) ?? documents.length;
  return findings.sort((one, other) => positionOf(one) - positionOf(other));
}

/** What Kubernetes does otherwise with what it takes as before. */
function behaviourFindings(sources: readonly SourceDocument[], way: readonly ApiModel[]): Finding[] {
  const sourceOf = new Map(sources.map(source => [source.manifest!, source]));
  const references = new References(new Inventory([...sourceOf.keys()]));
  return BEHAVIOURS.flatMap(rule => {
    const found = [...rule.run(references)];
    const since = firstWith(rule, way);
    if (since) { return found.map(({ object, ...said }) => placed(rule, sourceOf.get(object)!, said, since)); }
    const [first] = found;
    const patch = firstPatchWith(rule, way);
    return first && patch ? [placed({ ...rule, severity: 'info' }, sourceOf.get(first.object)!, onTheWay(first, found.length), patch)] : [];
  });
}

function firstWith({ holds }: Behaviour, way: readonly ApiModel[]): ApiModel | undefined {
  return way[0].holds(holds) ? undefined : way.find(model => model.holds(holds));
}

/** The first patch of a minor on the way, if it behaves otherwise and later patches do not: whoever knows that goes around it. */
function firstPatchWith({ holds }: Behaviour, [, ...later]: readonly ApiModel[]): ApiModel | undefined {
  return later.filter(({ version }) => version.patch === undefined).map(({ version }) => ApiModel.of(`${version}.0`))
    .find(model => holds.until !== undefined && model.holds(holds));
}

/** Nobody need read it for each object. */
function onTheWay({ path, message, fix }: Statement, count: number): Statement {
  return { path, message: count > 1 ? `${message} (and ${count - 1} more like it)` : message, fix };
}

/** What becomes of each object when it is applied again, and what the server writes into it. */
function objectFindings(sources: readonly SourceDocument[], onEach: readonly (readonly Finding[])[], way: readonly ApiModel[]): Finding[] {
  const found = onEach.map(findings => groupBy(findings, ({ place }) => keyOf(place)));
  return sources.flatMap(source => {
    const manifest: Manifest = source.manifest!;
    const [, ...later] = way;
    const steps = later.flatMap((model, index) => {
      const [before, after] = [found[index], found[index + 1]].map(findings => findings.get(keyOf(source)) ?? []);
      return applyAgain(manifest, before, after, model).map(({ rule, ...said }) => placed(rule, source, said, model));
    });
    return [...steps, ...newDefaults(manifest, way).map(({ model, ...said }) => placed(newDefault, source, said, model))];
  });
}

function placed(rule: RuleInfo, source: SourceDocument, said: Statement, since: ApiModel): Finding {
  const finding = findingOf({ id: rule.id, severity: severityOf(rule) }, source.manifest, said);
  return { ...finding, since: String(since.version), place: { file: source.file, document: source.document, ...source.positionOf(said.path) } };
}

function keyOf({ file, document }: Pick<Place, 'file' | 'document'> = {}): string {
  return `${file} ${document}`;
}
