// A CSI driver whose volumes are folders. Claims are made, grow, and are snapshotted through the real sidecars and the real kubelet. What is
// not as with a disk: a volume has no limit, whatever its size says, and a snapshot is a copy that takes its files one after the other.
package main

import (
	"flag"
	"log"
	"net"
	"os"
	"path/filepath"

	"github.com/container-storage-interface/spec/lib/go/csi"
	"google.golang.org/grpc"
	registration "k8s.io/kubelet/pkg/apis/pluginregistration/v1"
)

const (
	driverName = "csi.cdk8s-stateful.dev"
	version    = "1.0.0"
)

func main() {
	socket := flag.String("socket", "", "where the kubelet and the sidecars reach it")
	plugins := flag.String("plugins", "", "folder in which the kubelet looks for drivers")
	node := flag.String("node", "", "name of the node")
	data := flag.String("data", "", "folder of all volumes and snapshots, which every node reaches")
	flag.Parse()

	driver := grpc.NewServer()
	csi.RegisterIdentityServer(driver, identity{})
	csi.RegisterControllerServer(driver, newController(*data))
	csi.RegisterNodeServer(driver, nodeServer{name: *node, store: newStore(*data)})
	go serve(driver, *socket)

	// The kubelet asks here what it has found: the part of node-driver-registrar, which no proxy of Go modules serves.
	registrar := grpc.NewServer()
	registration.RegisterRegistrationServer(registrar, registrationServer{endpoint: *socket})
	serve(registrar, filepath.Join(*plugins, driverName+"-reg.sock"))
}

func serve(server *grpc.Server, socket string) {
	if err := os.MkdirAll(filepath.Dir(socket), 0o755); err != nil {
		log.Fatal(err)
	}
	// That of a driver that was killed.
	_ = os.Remove(socket)
	listener, err := net.Listen("unix", socket)
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(server.Serve(listener))
}
