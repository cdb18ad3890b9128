import { VersionFacts, fieldTexts } from './facts';
import { Gate } from './gates';
import { Kind } from './kinds';
import { TypeNames } from './names';
import { boundaryOf, rangesOf, written } from './ranges';
import { isOnByDefault, resourceKey } from './served';

/** The texts of the model, a line for each kind, type and gate. */
export interface ModelText {
  readonly kinds: string;
  readonly types: string;
  readonly gates: string;
}

/** @param all oldest first */
export function modelText(all: readonly VersionFacts[], names: TypeNames): ModelText {
  return { kinds: lines(kindLines(all, names)), types: lines(typeLines(all, names)), gates: lines(gateLines(all)) };
}

function lines(texts: readonly string[]): string {
  return `\n${texts.join('\n')}\n`;
}

const versionsOf = (all: readonly VersionFacts[]) => all.map(({ version }) => version);

/** `apps/v1/StatefulSet`, then `StatefulSet;object;namespaced` for each time that something changed. */
function kindLines(all: readonly VersionFacts[], names: TypeNames): string[] {
  const texts = all.map(facts => new Map(facts.kinds.map(kind => [`${kind.apiVersion}/${kind.kind}`, kindText(kind, facts, names)])));
  return allKeys(texts).map(key => [key, ...rangesOf(texts.map(map => map.get(key)), versionsOf(all)).map(written)].join('\t'));
}

function kindText(kind: Kind, { betaExceptions, kindGates }: VersionFacts, names: TypeNames): string {
  const gate = kindGates.get(resourceKey(kind));
  const type = kind.use === 'object' ? names.of(kind.type)! : '';
  const attributes = [...isOnByDefault(kind, betaExceptions) ? [] : ['off'], ...gate ? [`gate=${gate}`] : []];
  return [type, kind.use, kind.namespaced ? 'namespaced' : 'cluster', ...attributes].join(';');
}

/** `StatefulSetSpec`, then `replicas:int32;ptr` for each field and each time that it changed. */
function typeLines(all: readonly VersionFacts[], names: TypeNames): string[] {
  return names.all().map(([type, name]) => {
    const texts = all.map(facts => facts.schemas.has(type) ? fieldTexts(type, name, facts, full => names.of(full)) : undefined);
    const exists = (index: number) => texts[index] !== undefined;
    const ofType = rangesOf(texts.map(map => map && `:${map.get('') ?? ''}`), versionsOf(all)).map(written).filter(text => text !== ':');
    const fields = allKeys(texts.map(map => map ?? new Map())).filter(field => field !== '').flatMap(field => {
      const values = texts.map(map => map?.get(field)).map(text => text === undefined ? undefined : `${field}:${text}`);
      return rangesOf(values, versionsOf(all), exists).map(written);
    });
    return `${name}\t${[...ofType, ...fields].join('\t')}`;
  });
}

const LETTERS: Readonly<Record<Gate['stage'], string>> = { alpha: 'a', beta: 'b', ga: 'g', deprecated: 'd' };

/** `PodIndexLabel`, then `1.28:b+` for each change: stage, on or off, `!` if nobody can change it; `1.35:` where it is gone. */
function gateLines(all: readonly VersionFacts[]): string[] {
  return allKeys(all.map(({ gates }) => gates)).map(name => {
    const states = all.map(({ gates }) => gateText(gates.get(name)));
    const changes = states.flatMap((state, index) => state === (states[index - 1] ?? '') ? [] : [`${boundaryOf(index, versionsOf(all))}:${state}`]);
    return [name, ...changes].join('\t');
  });
}

function gateText(gate: Gate | undefined): string {
  return gate ? `${LETTERS[gate.stage]}${gate.on ? '+' : '-'}${gate.locked ? '!' : ''}` : '';
}

function allKeys(maps: readonly ReadonlyMap<string, unknown>[]): string[] {
  return [...new Set(maps.flatMap(map => [...map.keys()]))].sort();
}
