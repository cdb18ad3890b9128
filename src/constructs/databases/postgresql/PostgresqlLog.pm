package PostgresqlLog;

# The server's log of changes (pg_wal), as its files tell: which time line a position is on, where time lines branched off,
# and what is still there.

use strict;
use warnings;
use PostgresqlSettings ();
use PostgresqlServer ();

use constant SEGMENT => 16 * 1024 * 1024;

# The newest time line that has a file for a position.
sub timeline_at {
    my ($pgdata, $lsn) = @_;
    my $last = $lsn > 0 ? $lsn - 1 : 0;
    my $name = sprintf '%08X%08X', int($last / 4294967296), int(($last % 4294967296) / SEGMENT);
    my ($newest) = sort { $b <=> $a } map { m{/([0-9A-F]{8})[0-9A-F]{16}$} ? hex $1 : () } glob "$pgdata/pg_wal/????????$name";
    return $newest;
}

# Where earlier time lines ended for this one.
sub history {
    my ($pgdata, $timeline) = @_;
    my $text = PostgresqlSettings::read_file(history_file($pgdata, $timeline)) // '';
    return { map { m{^\s*(\d+)\s+([0-9A-F]+/[0-9A-F]+)} ? ($1 => PostgresqlServer::number($2)) : () } split /\n/, $text };
}

sub history_file {
    my ($pgdata, $timeline) = @_;
    return sprintf '%s/pg_wal/%08X.history', $pgdata, $timeline;
}

# PostgreSQL takes the first number that has no history file. Numbers that the Lease gave to others are not to be used again,
# so they get a file without content.
sub reserve {
    my ($pgdata, $from, $timeline) = @_;
    for my $number ($from + 1 .. $timeline - 1) {
        my $path = history_file($pgdata, $number);
        PostgresqlSettings::write_file($path, "# no data of this time line is here\n") unless -e $path;
    }
}

# Position from which on the log is there.
sub oldest {
    my ($pgdata) = @_;
    my ($first) = sort map { m{/[0-9A-F]{8}([0-9A-F]{16})$} ? $1 : () } glob "$pgdata/pg_wal/????????????????????????";
    return 0 unless $first;
    return hex(substr $first, 0, 8) * 4294967296 + hex(substr $first, 8) * SEGMENT;
}

1;
