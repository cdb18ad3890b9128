package main

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"sync"

	"github.com/container-storage-interface/spec/lib/go/csi"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/timestamppb"
)

const (
	defaultSize = 1 << 30
	// Nothing larger is made, so that what a driver refuses can be seen, too.
	mostSize = 1 << 40
)

type controller struct {
	csi.UnimplementedControllerServer
	store
	// Sidecars try again while the first try still runs.
	one *sync.Mutex
}

func newController(data string) controller {
	return controller{store: newStore(data), one: &sync.Mutex{}}
}

func (controller) ControllerGetCapabilities(context.Context, *csi.ControllerGetCapabilitiesRequest) (*csi.ControllerGetCapabilitiesResponse, error) {
	var capabilities []*csi.ControllerServiceCapability
	for _, kind := range []csi.ControllerServiceCapability_RPC_Type{
		csi.ControllerServiceCapability_RPC_CREATE_DELETE_VOLUME,
		csi.ControllerServiceCapability_RPC_EXPAND_VOLUME,
		csi.ControllerServiceCapability_RPC_CREATE_DELETE_SNAPSHOT,
		csi.ControllerServiceCapability_RPC_CLONE_VOLUME,
		csi.ControllerServiceCapability_RPC_SINGLE_NODE_MULTI_WRITER,
	} {
		capabilities = append(capabilities, &csi.ControllerServiceCapability{
			Type: &csi.ControllerServiceCapability_Rpc{Rpc: &csi.ControllerServiceCapability_RPC{Type: kind}},
		})
	}
	return &csi.ControllerGetCapabilitiesResponse{Capabilities: capabilities}, nil
}

func (c controller) CreateVolume(_ context.Context, request *csi.CreateVolumeRequest) (*csi.CreateVolumeResponse, error) {
	c.one.Lock()
	defer c.one.Unlock()
	for _, capability := range request.VolumeCapabilities {
		if capability.GetBlock() != nil {
			return nil, status.Error(codes.InvalidArgument, "a folder is no block device")
		}
	}
	size := max(request.CapacityRange.GetRequiredBytes(), 0)
	if size == 0 {
		size = defaultSize
	}
	origin, err := c.originOf(request.VolumeContentSource)
	if err != nil {
		return nil, err
	}
	if size > mostSize || size < sizeOf(origin) {
		return nil, status.Errorf(codes.OutOfRange, "the size must be from %d to %d bytes", sizeOf(origin), int64(mostSize))
	}
	folder := filepath.Join(c.volumes, request.Name)
	if err := create(folder, origin, map[string]string{sizeName: strconv.FormatInt(size, 10)}); err != nil {
		return nil, status.Error(codes.Internal, err.Error())
	}
	return &csi.CreateVolumeResponse{Volume: &csi.Volume{VolumeId: request.Name, CapacityBytes: sizeOf(folder), ContentSource: request.VolumeContentSource}}, nil
}

// originOf gives the folder whose files a new volume begins with, or nothing.
func (c controller) originOf(source *csi.VolumeContentSource) (string, error) {
	origin := ""
	if snapshot := source.GetSnapshot(); snapshot != nil {
		origin = filepath.Join(c.snapshots, snapshot.SnapshotId)
	}
	if volume := source.GetVolume(); volume != nil {
		origin = filepath.Join(c.volumes, volume.VolumeId)
	}
	if origin != "" && !exists(origin) {
		return "", status.Errorf(codes.NotFound, "%s is not there", filepath.Base(origin))
	}
	return origin, nil
}

func (c controller) DeleteVolume(_ context.Context, request *csi.DeleteVolumeRequest) (*csi.DeleteVolumeResponse, error) {
	return &csi.DeleteVolumeResponse{}, os.RemoveAll(filepath.Join(c.volumes, request.VolumeId))
}

func (c controller) ValidateVolumeCapabilities(_ context.Context, request *csi.ValidateVolumeCapabilitiesRequest) (*csi.ValidateVolumeCapabilitiesResponse, error) {
	return &csi.ValidateVolumeCapabilitiesResponse{
		Confirmed: &csi.ValidateVolumeCapabilitiesResponse_Confirmed{VolumeCapabilities: request.VolumeCapabilities},
	}, nil
}

// ControllerExpandVolume makes the disk larger. As with most drivers, the node has to make the file system larger then.
func (c controller) ControllerExpandVolume(_ context.Context, request *csi.ControllerExpandVolumeRequest) (*csi.ControllerExpandVolumeResponse, error) {
	size := request.CapacityRange.GetRequiredBytes()
	if size > mostSize {
		return nil, status.Errorf(codes.OutOfRange, "the size must be at most %d bytes", int64(mostSize))
	}
	if err := write(filepath.Join(c.volumes, request.VolumeId), sizeName, strconv.FormatInt(size, 10)); err != nil {
		return nil, status.Error(codes.NotFound, err.Error())
	}
	return &csi.ControllerExpandVolumeResponse{CapacityBytes: size, NodeExpansionRequired: true}, nil
}

func (c controller) CreateSnapshot(_ context.Context, request *csi.CreateSnapshotRequest) (*csi.CreateSnapshotResponse, error) {
	c.one.Lock()
	defer c.one.Unlock()
	volume, folder := filepath.Join(c.volumes, request.SourceVolumeId), filepath.Join(c.snapshots, request.Name)
	if err := create(folder, volume, map[string]string{sizeName: read(volume, sizeName), sourceName: request.SourceVolumeId}); err != nil {
		return nil, status.Error(codes.Internal, err.Error())
	}
	info, err := os.Stat(filepath.Join(folder, sourceName))
	if err != nil {
		return nil, status.Error(codes.Internal, err.Error())
	}
	return &csi.CreateSnapshotResponse{Snapshot: &csi.Snapshot{
		SnapshotId: request.Name, SourceVolumeId: read(folder, sourceName), SizeBytes: sizeOf(folder), CreationTime: timestamppb.New(info.ModTime()), ReadyToUse: true,
	}}, nil
}

func (c controller) DeleteSnapshot(_ context.Context, request *csi.DeleteSnapshotRequest) (*csi.DeleteSnapshotResponse, error) {
	return &csi.DeleteSnapshotResponse{}, os.RemoveAll(filepath.Join(c.snapshots, request.SnapshotId))
}
