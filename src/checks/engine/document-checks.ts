import { DocumentRule } from '../../manifest/read/document';
import { RuleInfo } from '../../reports/rule';

/** What can be wrong with a text before any object is looked at. The reader finds these; here is what they mean. */
export const DOCUMENT_CHECKS: Readonly<Record<DocumentRule, RuleInfo>> = {
  'syntax': {
    id: 'syntax',
    why: 'kubectl reads YAML and JSON only; nothing of a broken document is applied',
    bad: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: [a}\n',
    good: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n',
  },
  'incomplete-document': {
    id: 'incomplete-document',
    why: 'without `---` between them two manifests become one: the first one is lost, and no error is reported',
    bad: [
      'apiVersion: v1', 'kind: Namespace', 'metadata: {name: a}',
      'apiVersion: v1', 'kind: Namespace', 'metadata: {name: b}', '',
    ].join('\n'),
    good: [
      'apiVersion: v1', 'kind: Namespace', 'metadata: {name: a}', '---',
      'apiVersion: v1', 'kind: Namespace', 'metadata: {name: b}', '',
    ].join('\n'),
  },
  'duplicate-key': {
    id: 'duplicate-key',
    why: 'of two equal keys in a mapping only the last one counts; the other is lost, and no error is reported',
    bad: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {port: "80", port: "81"}\n',
    good: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {port: "81"}\n',
  },
  'changed-key': {
    id: 'changed-key',
    why: 'keys are text to the server: what YAML 1.1 takes for a number or for true and false becomes another text than the one that is written',
    bad: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {on: "1"}\n',
    good: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {"on": "1"}\n',
  },
  'unread-document': {
    id: 'unread-document',
    why: "kubectl reads one document between two lines '---'; an object after '...' is never applied, and no error is reported",
    bad: 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n...\napiVersion: v1\nkind: Namespace\nmetadata: {name: b}\n',
    good: 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n---\napiVersion: v1\nkind: Namespace\nmetadata: {name: b}\n',
  },
  'not-json': {
    id: 'not-json',
    why: 'kubectl takes a file that begins with { for JSON; before version 1.33 it refuses the file if it is none, though it is YAML',
    severity: 'warning',
    bad: '{apiVersion: v1, kind: Namespace, metadata: {name: a}}\n',
    good: '{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "a"}}\n',
  },
  'template': {
    id: 'template',
    why: 'a template of Helm becomes manifests when it is rendered; kubectl refuses it as it is, and nothing can be said of it before',
    severity: 'warning',
    bad: 'apiVersion: v1\nkind: Namespace\nmetadata: {name: {{ .Release.Name }}}\n',
    good: 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n',
  },
  'configuration-file': {
    id: 'configuration-file',
    why: 'kustomize, kubeadm, kind and others have configurations that look like objects; no server has these kinds',
    severity: 'info',
    bad: 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [app.yaml]\n',
    good: 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n',
  },
  'encrypted': {
    id: 'encrypted',
    why: 'SOPS encrypts the values of a file; only names and keys can be checked until it is decrypted',
    severity: 'info',
    bad: 'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {a: "ENC[AES256_GCM,data:x]"}\nsops: {version: 3.9.0}\n',
    good: 'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {a: eA==}\n',
  },
  'not-a-manifest': {
    id: 'not-a-manifest',
    why: 'an object without apiVersion and kind cannot be sent to any server',
    bad: 'metadata: {name: a}\n',
    good: 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n',
  },
  'unreadable': {
    id: 'unreadable',
    why: 'documents that are far too large or too deep, or that contain themselves, are refused by the server and were not checked',
    bad: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: &data {self: *data}\n',
    good: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {self: data}\n',
  },
};
