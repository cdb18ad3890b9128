module cdk8s-stateful.dev/kubernetes/pause

go 1.26.0
