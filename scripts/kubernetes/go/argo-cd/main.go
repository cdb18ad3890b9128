// argo-cd is what of Argo CD applies manifests: its application controller, its repo server, and the Redis that both keep notes in, which is miniredis.
// The whole of it, with its server and its page, is several times as large.
package main

import (
	"fmt"
	"log"
	"os"

	"github.com/alicebob/miniredis/v2"
	controller "github.com/argoproj/argo-cd/v3/cmd/argocd-application-controller/commands"
	reposerver "github.com/argoproj/argo-cd/v3/cmd/argocd-repo-server/commands"
	"github.com/spf13/cobra"
)

func main() {
	root := cobra.Command{Use: "argo-cd", SilenceUsage: true}
	root.PersistentFlags().String("folder", "", "not read; it tells processes of one cluster from others")
	for name, command := range map[string]*cobra.Command{"controller": controller.NewCommand(), "repo-server": reposerver.NewCommand(), "redis": redis()} {
		command.Use = name
		root.AddCommand(command)
	}
	if err := root.Execute(); err != nil {
		os.Exit(1)
	}
}

// redis serves until it is ended.
func redis() *cobra.Command {
	command := cobra.Command{Args: cobra.NoArgs}
	address := command.Flags().String("address", "127.0.0.1:6379", "where it listens")
	command.Run = func(*cobra.Command, []string) {
		if err := miniredis.NewMiniRedis().StartAddr(*address); err != nil {
			log.Fatal(err)
		}
		fmt.Println("listening on", *address)
		select {}
	}
	return &command
}
