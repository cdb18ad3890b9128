// nfs-subdirectories makes a folder of an NFS export for each claim, in the pod of NfsStorage. Kubernetes' own nfs-subdir-external-provisioner does
// the same, and is served as no Go module: this one takes its place. What asks the API server is the library that both use.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
	"k8s.io/klog/v2"
	"sigs.k8s.io/sig-storage-lib-external-provisioner/v10/controller"
)

func main() {
	config, err := rest.InClusterConfig()
	if err != nil {
		log.Fatal(err)
	}
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		log.Fatal(err)
	}
	context, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	export := export{client: client, server: os.Getenv("NFS_SERVER"), path: os.Getenv("NFS_PATH"), folder: "/persistentvolumes"}
	controller.NewProvisionController(klog.Background(), client, os.Getenv("PROVISIONER_NAME"), export).Run(context)
}
