# The system of test/python.long.test.ts, in Python: its output folder, and how many web servers.
import sys
from cdk8s import App, Chart, Size
from cdk8s_stateful import (
    Backup, HealthCheck, MongoReplicaSet, NamedPort, Namespace, NfsStorage, PostgreSqlCluster, SecretFiles, StatefulApp, VolumeProps,
)

app = App(outdir=sys.argv[1])
web = Chart(app, "web", namespace="web")
Namespace(web, "web")
nfs = NfsStorage(web, "nfs", server="192.168.1.21", path="/nfsdata")
StatefulApp(
    web, "httpd",
    image="httpd:2.4.62",
    replicas=int(sys.argv[2]),
    ports=[NamedPort(name="http", port=8080)],
    volumes=[VolumeProps(name="htdocs", mount_path="/usr/local/apache2/htdocs", size=Size.mebibytes(100), storage=nfs.storage)],
    secret_files=[SecretFiles(secret_name="login", mount_path="/etc/login")],
    init_containers=[{"name": "wait", "image": "busybox:1.36.1", "imagePullPolicy": "IfNotPresent"}],
    health_check=HealthCheck.http(),
)

shop = Chart(app, "shop", namespace="shop")
orders = PostgreSqlCluster(shop, "orders")
Backup(shop, "orders-backup", database=orders)
MongoReplicaSet(shop, "sessions")

app.synth()
