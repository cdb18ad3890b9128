/** A field of the Gateway API that takes one of a few words. `*` stands for each entry of a list. @see https://gateway-api.sigs.k8s.io/reference/spec/ */
export interface GatewayWords {
  readonly kinds: readonly string[];
  /** Below `spec`, from the top. */
  readonly field: readonly string[];
  readonly words: readonly string[];
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'];

export const GATEWAY_WORDS: readonly GatewayWords[] = [
  { kinds: ['HTTPRoute'], field: ['rules', '*', 'matches', '*', 'path', 'type'], words: ['Exact', 'PathPrefix', 'RegularExpression'] },
  { kinds: ['HTTPRoute'], field: ['rules', '*', 'matches', '*', 'headers', '*', 'type'], words: ['Exact', 'RegularExpression'] },
  { kinds: ['HTTPRoute'], field: ['rules', '*', 'matches', '*', 'method'], words: METHODS },
  { kinds: ['HTTPRoute'], field: ['rules', '*', 'filters', '*', 'urlRewrite', 'path', 'type'], words: ['ReplaceFullPath', 'ReplacePrefixMatch'] },
  { kinds: ['HTTPRoute'], field: ['rules', '*', 'filters', '*', 'requestRedirect', 'path', 'type'], words: ['ReplaceFullPath', 'ReplacePrefixMatch'] },
  { kinds: ['HTTPRoute'], field: ['rules', '*', 'filters', '*', 'requestRedirect', 'scheme'], words: ['http', 'https'] },
  { kinds: ['Gateway'], field: ['listeners', '*', 'tls', 'mode'], words: ['Terminate', 'Passthrough'] },
  { kinds: ['Gateway'], field: ['listeners', '*', 'allowedRoutes', 'namespaces', 'from'], words: ['All', 'Selector', 'Same', 'None'] },
];
