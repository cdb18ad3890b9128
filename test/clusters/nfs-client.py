# Asks an NFS server as any user, by libnfs and not by the kernel, see harness/line-helper.ts. Each request mounts
# the export anew, so nothing is remembered. What the server refuses is answered with the name of the error.
# libnfs 4.0 cannot change owner or mode of a directory by NFS 4, for it opens it as a file: this request is written here.
import contextlib
import ctypes
import ctypes.util
import errno
import itertools
import json
import os
import socket
import struct
import sys

libnfs = ctypes.CDLL(ctypes.util.find_library("nfs"))
libnfs.nfs_init_context.restype = ctypes.c_void_p
libnfs.libnfs_authunix_create.restype = ctypes.c_void_p
libnfs.nfs_get_error.restype = ctypes.c_char_p
NFS_4 = 4
NFS_PORT = 2049
# What libnfs gives to a new file, whatever it is asked for.
PRIVATE = 0o600
SECONDS = 10
numbers = itertools.count()


class Stat(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint64) for name in (
        "dev", "ino", "mode", "nlink", "uid", "gid", "rdev", "size", "blksize", "blocks",
        "atime", "mtime", "ctime", "atime_nsec", "mtime_nsec", "ctime_nsec", "used")]


class Entry(ctypes.Structure):
    """The first fields of struct nfsdirent."""


Entry._fields_ = [("next", ctypes.POINTER(Entry)), ("name", ctypes.c_char_p)]
libnfs.nfs_readdir.restype = ctypes.POINTER(Entry)


def text(value):
    """Text or bytes, as XDR writes them."""
    data = value.encode() if isinstance(value, str) else value
    return struct.pack(">I", len(data)) + data + b"\0" * (-len(data) % 4)


class Attributes:
    """Changes attributes of a file by a COMPOUND of NFS 4.0 (RFC 7530) in a call of ONC RPC (RFC 5531)."""

    PUTROOTFH, LOOKUP, SETATTR = 24, 15, 34
    # Numbers of the attributes: 33, 36 and 37, in the second word of the bitmap.
    MODE, OWNER, OWNER_GROUP = 1 << 1, 1 << 4, 1 << 5

    def __init__(self, host, user, group, groups):
        self.host = host
        credential = struct.pack(">I", 0) + text("node") + struct.pack(f">III{len(groups)}I", user, group, len(groups), *groups)
        self.header = struct.pack(">IIIIIII", 1, 0, 2, 100003, 4, 1, 1) + text(credential) + struct.pack(">II", 0, 0)

    def set(self, path, which, values):
        names = [name for name in path.split("/") if name]
        operations = [struct.pack(">I", self.PUTROOTFH)] + [struct.pack(">I", self.LOOKUP) + text(name) for name in names]
        operations.append(struct.pack(">I", self.SETATTR) + b"\0" * 16 + struct.pack(">III", 2, 0, which) + text(values))
        status = self.status_of(text("") + struct.pack(">II", 0, len(operations)) + b"".join(operations))
        if status:
            raise OSError(status, "SETATTR")

    def status_of(self, compound):
        call = self.header + compound
        with privileged_connection(self.host) as connection, connection.makefile("rb") as reply:
            connection.sendall(struct.pack(">I", 1 << 31 | len(call)) + call)
            answer = reply.read(struct.unpack(">I", reply.read(4))[0] & 0x7FFFFFFF)
        # The call was accepted, and succeeded; then comes the status of the compound.
        _, _, denied, _, verifier, failed = struct.unpack(">IIIIII", answer[:24])
        if denied or verifier or failed:
            raise OSError(errno.EPROTO, answer.hex())
        return struct.unpack(">I", answer[24:28])[0]


def privileged_connection(host):
    """From a port that only root may use, as the kernel does and libnfs."""
    for port in range(1023, 600, -1):
        try:
            return socket.create_connection((host, NFS_PORT), SECONDS, ("", port))
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EADDRNOTAVAIL):
                raise
    raise OSError(errno.EADDRINUSE, "no port is free")


class Export:
    def __init__(self, host, path, user, group, groups):
        self.nfs = ctypes.c_void_p(libnfs.nfs_init_context())
        libnfs.nfs_set_version(self.nfs, NFS_4)
        # Its own names hold the second, and a server takes clients of one name for one user.
        libnfs.nfs4_set_client_name(self.nfs, f"{os.getpid()} {next(numbers)}".encode())
        libnfs.nfs_set_timeout(self.nfs, SECONDS * 1000)
        others = (ctypes.c_uint32 * len(groups))(*groups)
        libnfs.nfs_set_auth(self.nfs, ctypes.c_void_p(libnfs.libnfs_authunix_create(b"node", user, group, len(groups), others)))
        self.call("mount", host.encode(), path.encode())
        self.path = path
        self.attributes = Attributes(host, user, group, groups)

    def close(self):
        libnfs.nfs_destroy_context(self.nfs)

    def call(self, name, *arguments):
        code = getattr(libnfs, "nfs_" + name)(self.nfs, *arguments)
        if code < 0:
            message = (libnfs.nfs_get_error(self.nfs) or b"").decode()
            # libnfs asks the server what is allowed, and calls it EINVAL if that is too little.
            raise OSError(errno.EACCES if "Insufficient ACCESS" in message else -code, message)
        return code

    def mkdir(self, path, mode):
        self.call("mkdir", path.encode())
        self.chmod(path, mode)

    def chmod(self, path, mode):
        self.attributes.set(self.path + path, Attributes.MODE, struct.pack(">I", int(mode, 8)))

    def chown(self, path, user, group):
        self.attributes.set(self.path + path, Attributes.OWNER | Attributes.OWNER_GROUP, text(str(user)) + text(str(group)))

    def rename(self, path, to):
        self.call("rename", path.encode(), to.encode())

    def write(self, path, text, mode):
        handle = ctypes.c_void_p()
        try:
            self.call("open", path.encode(), os.O_WRONLY, ctypes.byref(handle))
        except FileNotFoundError:
            self.call("open2", path.encode(), os.O_WRONLY | os.O_CREAT, PRIVATE, ctypes.byref(handle))
            self.chmod(path, mode)
        try:
            self.call("write", handle, ctypes.c_uint64(len(text.encode())), text.encode())
        finally:
            self.call("close", handle)

    def read(self, path):
        handle, buffer = ctypes.c_void_p(), ctypes.create_string_buffer(65536)
        self.call("open", path.encode(), os.O_RDONLY, ctypes.byref(handle))
        try:
            length = self.call("read", handle, ctypes.c_uint64(len(buffer)), buffer)
            return buffer.raw[:length].decode()
        finally:
            self.call("close", handle)

    def stat(self, path):
        found = Stat()
        self.call("lstat64", path.encode(), ctypes.byref(found))
        return {"user": found.uid, "group": found.gid, "mode": format(found.mode & 0o7777, "04o")}

    def list(self, path):
        folder = ctypes.c_void_p()
        self.call("opendir", path.encode(), ctypes.byref(folder))
        names = []
        while entry := libnfs.nfs_readdir(self.nfs, folder):
            names.append(entry.contents.name.decode())
        libnfs.nfs_closedir(self.nfs, folder)
        return sorted(name for name in names if name not in (".", ".."))

    def remove_all(self, path):
        """
        As Go's os.RemoveAll, which provisioners call: it goes on after what it cannot remove, and raises the first error.
        A directory is not told apart by the first try, for NFS 4 has one request to remove both.
        """
        try:
            return self.call("unlink", path.encode())
        except OSError as error:
            if error.errno not in (errno.EISDIR, errno.ENOTEMPTY, errno.EPERM, errno.EACCES):
                raise
            failed = error
        try:
            names, failed = self.list(path), None
        except OSError:
            raise failed from None
        for name in names:
            try:
                self.remove_all(f"{path}/{name}")
            except OSError as error:
                failed = failed or error
        if failed:
            raise failed
        self.call("rmdir", path.encode())


def answer_to(host, export, user, group, groups, operation, arguments):
    try:
        with contextlib.closing(Export(host, export, user, group, groups)) as mounted:
            return {"value": getattr(mounted, operation)(*arguments)}
    except OSError as error:
        return {"error": f"{errno.errorcode.get(error.errno)}: {error.strerror}"}


for line in sys.stdin:
    print(json.dumps(answer_to(**json.loads(line))), flush=True)
