/** A definition that the examples of rules are about, with one more rule in CEL. */
export const definitionExample = (rule = 'self.size < 10') => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Widget, listKind: WidgetList, plural: widgets, singular: widget}
  versions:
  - name: v1alpha1
    served: false
    storage: false
    schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
  - name: v1
    served: true
    storage: true
    schema:
      openAPIV3Schema:
        type: object
        properties:
          spec:
            type: object
            properties:
              size: {type: integer, minimum: 1}
              most: {type: integer}
              address: {type: string}
            x-kubernetes-validations:
            - rule: '!has(self.most) || self.size <= self.most'
              message: size is at most most
            - rule: '${rule}'
`;
