import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GoSources, structsIn } from '../../../scripts/api-model/go-types';

const GO = `
// A container.
type Container struct {
	// +featureGate=Other
	// Its name.
	Name string \`json:"name" protobuf:"bytes,1,opt,name=name"\`
	// +optional
	Tty *bool \`json:"tty,omitempty"\`

	VolumeSource \`json:",inline" protobuf:"bytes,2,opt,name=volumeSource"\`
	ProbeHandler \`json:"" protobuf:"bytes,3,opt,name=handler"\`
	// +featureGate=A
	// +featureGate=B,C
	Ports []*Port \`json:"ports,omitempty" patchStrategy:"merge"\`
}

type VolumeSource struct {
	EmptyDir *EmptyDirVolumeSource \`json:"emptyDir,omitempty"\`
}
`;

test('a field knows whether it is a pointer, and its gates', () => {
  const container = structsIn(GO).get('Container')!;

  expect(Object.fromEntries(container.fields)).toEqual({
    name: { pointer: false, gate: 'Other' }, tty: { pointer: true }, ports: { pointer: false, gate: 'A|B,C' },
  });
  expect(container.embedded).toEqual(['VolumeSource', 'ProbeHandler']);
});

test('fields of embedded structs are fields of the type, which is found by its full name', () => {
  const module = mkdtempSync(join(tmpdir(), 'go-types-'));
  mkdirSync(join(module, 'core/v1'), { recursive: true });
  writeFileSync(join(module, 'core/v1/types.go'), GO);
  const sources = new GoSources({ version: '1.27.16', module: () => module });

  const fields = sources.fieldsOf('io.k8s.api.core.v1.Container');

  expect([...fields.keys()]).toEqual(['emptyDir', 'name', 'tty', 'ports']);
  expect(sources.fieldsOf('io.k8s.api.apps.v1.StatefulSet').size).toBe(0);
});

test('an early version may have a type of the first one', () => {
  const module = mkdtempSync(join(tmpdir(), 'go-types-'));
  for (const version of ['v1', 'v1beta1']) { mkdirSync(join(module, 'admission', version), { recursive: true }); }
  writeFileSync(join(module, 'admission/v1/types.go'), 'type Rule struct {\n\tScope *string `json:"scope,omitempty"`\n}\n');
  writeFileSync(join(module, 'admission/v1beta1/types.go'), 'type Rule = v1.Rule\ntype Named struct {\n\tRule `json:",inline"`\n}\n');
  const sources = new GoSources({ version: '1.27.16', module: () => module });

  expect([...sources.fieldsOf('io.k8s.api.admission.v1beta1.Named')]).toEqual([['scope', { pointer: true }]]);
});
