import { isDerived, isExported, isMadeByController } from '../diff/changes/exported';
import { World } from '../diff/changes/world';
import { ApiModel } from '../kubernetes/api/model';
import { Manifest } from '../kubernetes/manifest';
import { identityOf, referenceTo } from '../manifest/inventory';
import { isBounded } from '../manifest/read/bounded';
import { SourceDocument } from '../manifest/read/document';

/** Why something of the input is not in the program, or not as it was meant. */
export type Reason = 'refused' | 'misread' | 'controller' | 'secret' | 'twice';

/** Something of the input that is not in the program, or not as it was meant. */
export interface LeftOut {
  readonly reason: Reason;
  readonly file: string;
  readonly line: number;
  /** @default - it is no object */
  readonly object?: Manifest;
  /** What is wrong with it, and what to do. */
  readonly message: string;
}

/** What of the input is imported. */
export interface Taken {
  readonly objects: readonly Manifest[];
  readonly leftOut: readonly LeftOut[];
}

/** Kinds that only the cluster itself writes, where they are read from one. */
const OF_CLUSTER: ReadonlySet<string> = new Set(['Event', 'Node', 'Lease', 'ControllerRevision', 'EndpointSlice', 'CSINode', 'VolumeAttachment', 'ComponentStatus']);

/** Parts what is imported from what is not, each with the reason. */
export function taken(documents: readonly SourceDocument[], model: ApiModel, { secrets = false }: { readonly secrets?: boolean } = {}): Taken {
  const leftOut: LeftOut[] = [];
  const leave = (document: SourceDocument, reason: Reason, message: string) => {
    leftOut.push({ reason, file: document.file, line: document.positionOf('').line, object: document.manifest, message });
  };
  const usable = documents.filter(document => {
    const problem = refusalOf(document);
    if (problem) { leftOut.push({ reason: 'refused', file: document.file, line: problem.line, message: problem.message }); return false; }
    leftOut.push(...document.problems.map(({ position: { line }, message }): LeftOut => ({ reason: 'misread', file: document.file, line, object: document.manifest, message })));
    return true;
  });
  const side = new World(usable.map(({ manifest }) => manifest!), [], model).before;
  const last = new Map(usable.map(document => [identityOf(document.manifest!), document]));
  const objects = usable.filter(document => {
    const manifest = document.manifest!;
    if (isDerived(manifest) || isMadeByController(manifest, side) || isExported(manifest) && OF_CLUSTER.has(manifest.kind)) {
      leave(document, 'controller', 'a controller makes it');
    } else if (last.get(identityOf(manifest)) !== document && referenceTo(manifest).name !== '') {
      leave(document, 'twice', 'it stands here twice; the last one is imported, as kubectl applies it last');
    } else if (manifest.kind === 'Secret' && !secrets) {
      leave(document, 'secret', 'its values are not written into code');
    } else {
      return true;
    }
    return false;
  });
  return { objects: objects.map(({ manifest }) => manifest!), leftOut };
}

function refusalOf({ manifest, problems, positionOf }: SourceDocument): { line: number; message: string } | undefined {
  if (manifest && !isBounded(manifest)) { return { line: positionOf('').line, message: 'it contains itself, or is nested too deeply' }; }
  if (manifest && referenceTo(manifest).name === '' || manifest && manifest.metadata?.name === undefined) {
    const { line } = positionOf('/metadata');
    return {
      line,
      message: manifest.metadata?.generateName === undefined
        ? `${manifest.kind} without a name, which no server takes; write metadata.name`
        : `${manifest.kind} with generateName, of which each apply would make another one; write metadata.name`,
    };
  }
  const problem = manifest ? problems.find(({ rule }) => rule === 'encrypted') : problems[0];
  if (!problem) { return manifest ? undefined : { line: positionOf('').line, message: 'it is no object' }; }
  return { line: problem.position.line, message: forImport(`${problem.message}; ${problem.fix}`) };
}

/** Problems of documents are told by all commands; their words are those of `check`. */
function forImport(message: string): string {
  return message
    .replace(/(it|what is encrypted) was not checked/, '$1 was not imported')
    .replace('check what it', 'import what it')
    .replace('check it after', 'import it after')
    .replace('cdk8s-stateful check -', 'cdk8s-stateful import -');
}
