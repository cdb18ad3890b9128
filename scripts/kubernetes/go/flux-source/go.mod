// The definitions of Flux's sources are read from this module; nothing is built from it, so it requires nothing else.
module cdk8s-stateful.dev/kubernetes/flux-source

go 1.26.0

require github.com/fluxcd/source-controller v1.9.6
