package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// store keeps volumes and snapshots: of each a folder with its files, and beside them its size and what a snapshot was taken of.
type store struct {
	volumes, snapshots string
}

const (
	filesName  = "files"
	sizeName   = "size"
	sourceName = "source"
)

func newStore(folder string) store {
	return store{volumes: filepath.Join(folder, "volumes"), snapshots: filepath.Join(folder, "snapshots")}
}

func filesOf(folder string) string {
	return filepath.Join(folder, filesName)
}

// create makes a folder with the files of another one, if one is named. A half-made one is never found under its name.
func create(folder, origin string, texts map[string]string) error {
	if exists(folder) {
		return nil
	}
	unfinished := folder + ".unfinished"
	if err := errors.Join(os.RemoveAll(unfinished), os.MkdirAll(filesOf(unfinished), 0o755)); err != nil {
		return err
	}
	for name, text := range texts {
		if err := write(unfinished, name, text); err != nil {
			return err
		}
	}
	if origin != "" {
		if said, err := exec.Command("cp", "--archive", filesOf(origin)+"/.", filesOf(unfinished)).CombinedOutput(); err != nil {
			return fmt.Errorf("cp: %w: %s", err, said)
		}
	}
	return os.Rename(unfinished, folder)
}

func exists(folder string) bool {
	_, err := os.Stat(folder)
	return err == nil
}

func write(folder, name, text string) error {
	return os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644)
}

func read(folder, name string) string {
	text, _ := os.ReadFile(filepath.Join(folder, name))
	return strings.TrimSpace(string(text))
}

func sizeOf(folder string) int64 {
	size, _ := strconv.ParseInt(read(folder, sizeName), 10, 64)
	return size
}
