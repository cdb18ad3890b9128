#!/usr/bin/env bash
# scripts/kubernetes/go/new-minor.sh 1.36.3: writes go.mod and go.sum for a minor, out of those that this version was released with.
set -euo pipefail
version=$1
minor=${version%.*}
folder=$(dirname "$0")/$minor
mkdir -p "$folder"
cd "$folder"

released=$(go mod download -json "k8s.io/kubernetes@v$version" | sed -n 's/^\t"GoMod": "\(.*\)",$/\1/p')
{
  echo "module cdk8s-stateful.dev/kubernetes/$minor"
  grep -E '^(go|godebug) ' "$released"
  for command in kube-apiserver kube-controller-manager kube-scheduler kubectl kubelet kube-proxy; do
    echo "tool k8s.io/kubernetes/cmd/$command"
  done
  echo "require k8s.io/kubernetes v$version"
  # The parts of Kubernetes that lie beside it in its own repository are modules of the same version elsewhere.
  sed -n "s#^\t\(k8s.io/[a-z-]*\) => ./staging/.*#replace \1 => \1 v0.${version#1.}#p" "$released"
} > go.mod
if [ "$minor" = 1.27 ]; then
  # No later version of this one is served.
  go mod edit -replace k8s.io/legacy-cloud-providers=k8s.io/legacy-cloud-providers@v0.27.4
fi
if [ "$minor" = 1.31 ]; then
  # The checksum of its kube-proxy cannot be had. Only API servers of this minor are run.
  go mod edit -droptool k8s.io/kubernetes/cmd/kube-proxy
fi
go mod tidy
go mod edit -fmt
