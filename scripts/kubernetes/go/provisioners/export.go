package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	core "k8s.io/api/core/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
	"sigs.k8s.io/sig-storage-lib-external-provisioner/v10/controller"
)

// An export of an NFS server, which is mounted at a folder.
type export struct {
	client       kubernetes.Interface
	server, path string
	folder       string
}

// Makes a folder for a claim. Everybody may write to it, for nobody knows as which user its pods will run.
func (e export) Provision(_ context.Context, options controller.ProvisionOptions) (*core.PersistentVolume, controller.ProvisioningState, error) {
	claim, class := options.PVC, options.StorageClass
	if class.Parameters["pathPattern"] != "" {
		return nil, controller.ProvisioningFinished, errors.New("pathPattern is not known here")
	}
	name := strings.Join([]string{claim.Namespace, claim.Name, options.PVName}, "-")
	folder := filepath.Join(e.folder, name)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return nil, controller.ProvisioningFinished, err
	}
	// Whatever the process may not give away by itself.
	if err := os.Chmod(folder, 0o777); err != nil {
		return nil, controller.ProvisioningFinished, err
	}
	return &core.PersistentVolume{
		ObjectMeta: meta.ObjectMeta{Name: options.PVName},
		Spec: core.PersistentVolumeSpec{
			PersistentVolumeReclaimPolicy: *class.ReclaimPolicy,
			AccessModes:                   claim.Spec.AccessModes,
			MountOptions:                  class.MountOptions,
			Capacity:                      core.ResourceList{core.ResourceStorage: claim.Spec.Resources.Requests[core.ResourceStorage]},
			PersistentVolumeSource: core.PersistentVolumeSource{
				NFS: &core.NFSVolumeSource{Server: e.server, Path: filepath.Join(e.path, name)},
			},
		},
	}, controller.ProvisioningFinished, nil
}

// Deletes the folder of a volume, or gives it another name, as the class says.
func (e export) Delete(context context.Context, volume *core.PersistentVolume) error {
	class, err := e.client.StorageV1().StorageClasses().Get(context, volume.Spec.StorageClassName, meta.GetOptions{})
	if err != nil {
		return err
	}
	name := filepath.Base(volume.Spec.NFS.Path)
	folder := filepath.Join(e.folder, name)
	switch class.Parameters["onDelete"] {
	case "retain":
		return nil
	case "delete":
		return os.RemoveAll(folder)
	}
	return os.Rename(folder, filepath.Join(e.folder, "archived-"+name))
}
