package Model;

# A cluster of three members as far as the protocol goes: the Lease, each member's log, what it saw of the Lease and of the
# others, and requests on their way. What a member does is asked of the real PostgresqlDecision.

use strict;
use warnings;
use Storable qw(dclone);
use PostgresqlDecision ();

use constant { RENEW => 1, HOLD => 2, TAKE => 4 };

our @NAMES = qw(db-0 db-1 db-2);
# What a mutant does differently: see Mutants.pm.
our %MUTANT;

# A cluster that has formed: db-0 leads, all are on the list, and one write was acknowledged.
sub formed {
    my %record = (holder => 'db-0', system => 'S', timeline => 2, list => [@NAMES], copies => 1, initialized => 1, generation => 1);
    my $lease = { %record, version => 1, since => 0, read => 0 };
    my @members = map { {
        up => 1, paused => 0, woken => 0, server => 'standby', log => ['T1', 'T2', 'w1'], cut => '', follows => 'db-0', names => [], copies => 1,
        confirmed => {}, proof => 0, valid => 0, renewed => -99, lease => { %$lease }, record => { %record }, peers => {}, abstain => 0, down_since => 0,
        clock => 0, damage => 0, failed_starts => 0, rewound => 0, copied => 0,
    } } @NAMES;
    %{ $members[0] } = (%{ $members[0] }, server => 'primary', follows => '', names => ['db-1', 'db-2'], confirmed => { 'db-1' => 3, 'db-2' => 3 }, valid => HOLD, renewed => 0);
    return { api => { record => { %record }, version => 1 }, members => \@members, puts => [], acked => ['w1'], writes => 1, log => [] };
}

sub member { return $_[0]{members}[ substr $_[1], 3 ] }

sub position_of {
    my ($member) = @_;
    my ($last) = grep { /^T/ } reverse @{ $member->{log} };
    return { timeline => substr($last, 1), lsn => scalar @{ $member->{log} } };
}

sub history_of {
    my ($log) = @_;
    my (%ends, $current);
    for my $index (0 .. $#$log) {
        next unless $log->[$index] =~ /^T(\d+)/;
        $ends{$current} = $index if defined $current;
        $current = $1;
    }
    return \%ends;
}

sub is_prefix {
    my ($short, $long) = @_;
    return 0 if @$short > @$long;
    for my $index (0 .. $#$short) { return 0 if $short->[$index] ne $long->[$index] }
    return 1;
}

# What a member answers to another one.
sub answer_of {
    my ($member) = @_;
    my $leads = $member->{server} eq 'primary' && $member->{clock} < $member->{valid};
    return {
        at => undef, data => 'ready', system => 'S', position => $member->{server} eq 'none' ? undef : position_of($member), cut => $member->{cut},
        role => $leads ? 'primary' : 'standby', version => $member->{lease} ? $member->{lease}{version} : '', record => $member->{record},
        abstains => $member->{clock} < $member->{abstain} ? 1 : 0, history => history_of($member->{log}), oldest => 0,
        checkpoint => position_of($member)->{timeline},
    };
}

sub view_of {
    my ($state, $name) = @_;
    my $member = member($state, $name);
    my %peers = map { $_ => { %{ $member->{peers}{$_} }, fresh => $member->{clock} - $member->{peers}{$_}{at} < 2 ? 1 : 0 } } keys %{ $member->{peers} };
    my %standbys = map {
        my $other = member($state, $_);
        $_ => { streaming => streams($state, $_, $name), since => -99 };
    } grep { $_ ne $name } @NAMES;
    my $confirmed = grep { ($member->{confirmed}{$_} // 0) >= $member->{proof} } @{ $member->{names} };
    return {
        now => $member->{clock}, me => $name, members => [@NAMES], copies => 1, timers => { renew => RENEW, hold => HOLD, take => TAKE },
        lease => $member->{lease}, peers => \%peers, standbys => \%standbys, own => {
            data => 'ready', server => $member->{server}, system => 'S', position => $member->{server} eq 'none' ? undef : position_of($member),
            record => $member->{record}, cut => $member->{cut}, follows => $member->{follows}, streaming => $member->{follows} ne '' ? 1 : 0,
            valid => $member->{valid}, renewed => $member->{renewed}, names => $member->{names}, copies => $member->{copies},
            confirmed => $MUTANT{confirms_at_once} || $confirmed >= $member->{copies} ? 1 : 0, job => '', handover => $member->{handover},
            stopped_at => $member->{stopped_at}, abstain_until => $member->{abstain}, down_since => $member->{down_since}, rewind_failed => 0, stalled => 0,
            (map { $_ => $member->{$_} } qw(failed_starts rewound copied)),
            version => $member->{lease} ? $member->{lease}{version} : '',
        },
    };
}

sub streams {
    my ($state, $from, $to) = @_;
    my ($standby, $leader) = (member($state, $from), member($state, $to));
    return $standby->{up} && !$standby->{paused} && $standby->{server} eq 'standby' && $standby->{follows} eq $to
        && $leader->{up} && !$leader->{paused} && $leader->{server} ne 'none' && is_prefix($standby->{log}, $leader->{log}) ? 1 : 0;
}

# ---- Actions. Each changes the state; what it gives is false if it cannot happen now.

# An agent looks, decides and does. $api: its requests get through; $late: what it writes arrives later, if ever; $asks: the
# others answer it.
sub tick {
    my ($state, $name, $api, $late, $asks) = @_;
    my $member = member($state, $name);
    return 0 if !$member->{up} || $member->{paused};
    my $waits = grep { $_->{from} eq $name && !$_->{orphan} } @{ $state->{puts} };
    return 0 if $late && $waits;
    if ($api && !$waits) { see($state, $member, $member->{clock}) }
    if ($asks) {
        for my $other (grep { $_ ne $name } @NAMES) {
            my $peer = member($state, $other);
            $member->{peers}{$other} = { %{ dclone(answer_of($peer)) }, at => $member->{clock} } if $peer->{up} && !$peer->{paused};
        }
    }
    $member->{down_since} = $member->{clock} if $member->{server} eq 'primary' || ($member->{lease} && $member->{lease}{holder} ne $name);
    my $step = PostgresqlDecision::decide(view_of($state, $name));
    my $record = record_to_write($member, $name, $step);
    return $late ? 0 : apply($state, $member, $name, $step) unless $record;
    return 0 if $waits || !$api;
    push @{ $state->{puts} }, { from => $name, record => $record, version => $member->{lease}{version}, sent => $member->{clock} };
    deliver($state, $#{ $state->{puts} }) unless $late;
    return 1;
}

sub see {
    my ($state, $member, $asked) = @_;
    my $api = $state->{api};
    my $since = $member->{lease} && $member->{lease}{version} == $api->{version} ? $member->{lease}{since} : $member->{clock};
    $member->{lease} = { %{ $api->{record} }, version => $api->{version}, since => $since, read => $asked };
    $member->{record} = { %{ $api->{record} } } if $api->{record}{system};
}

sub record_to_write {
    my ($member, $name, $step) = @_;
    return $step->{record} if $step->{do} eq 'write';
    return PostgresqlDecision::record_of($member->{lease}) if $step->{do} eq 'renew';
    return undef unless $step->{do} eq 'release';
    $member->{valid} = 0;
    $member->{abstain} = $member->{clock} + 2 * TAKE if $step->{abstain};
    my $record = PostgresqlDecision::record_of($member->{lease});
    return { %$record, holder => '', released => $step->{released}, generation => $record->{generation} + 1 };
}

# A request to write the Lease arrives; its answer reaches who sent it, if that one still waits for it.
sub deliver {
    my ($state, $index) = @_;
    my $put = splice @{ $state->{puts} }, $index, 1;
    my $is_first = $put->{version} == $state->{api}{version};
    if ($is_first) { $state->{api} = { record => $put->{record}, version => $state->{api}{version} + 1 } }
    my $member = member($state, $put->{from});
    return 1 if $put->{orphan} || !$member->{up} || $member->{paused} || !$is_first;
    see($state, $member, $member->{clock});
    @{$member}{qw(valid renewed)} = ($put->{sent} + HOLD, $put->{sent}) if $put->{record}{holder} eq $put->{from};
    return 1;
}

sub apply {
    my ($state, $member, $name, $step) = @_;
    my $do = $step->{do};
    return 0 if $do eq 'wait' || $do eq 'refuse' || $do eq 'initialize';
    if ($do eq 'stop') {
        $member->{stopped_at} = $step->{mode} eq 'fast' && $member->{server} eq 'primary' ? position_of($member) : undef;
        @{$member}{qw(server follows)} = ('none', '');
    } elsif ($do eq 'start' && $member->{damage}) {
        my $was_known = $member->{failed_starts};
        $member->{failed_starts} = PostgresqlDecision::TOO_MANY_STARTS;
        return !$was_known;
    } elsif ($do eq 'start') { @{$member}{qw(server follows names)} = ('standby', $step->{follow}, []) }
    elsif ($do eq 'follow') { $member->{follows} = $step->{follow} }
    elsif ($do eq 'cut') { @{$member}{qw(follows cut)} = ('', $step->{version}) }
    elsif ($do eq 'promote') {
        push @{ $member->{log} }, "T$step->{timeline}";
        @{$member}{qw(server names copies confirmed proof)} = ('primary', [@{ $step->{names} }], $step->{copies}, {}, 0);
    } elsif ($do eq 'names') { @{$member}{qw(names copies proof)} = ([@{ $step->{names} }], $step->{copies}, scalar @{ $member->{log} }) }
    elsif ($do eq 'copy' || $do eq 'rewind') {
        my $from = member($state, $step->{from});
        return 0 if !$from->{up} || $from->{paused} || $from->{server} eq 'none';
        $member->{failed_starts} = 0;
        $member->{$do eq 'copy' ? 'copied' : 'rewound'} = 1;
        return 1 if $do eq 'rewind' && $member->{damage};
        $member->{log} = [@{ $from->{log} }];
        @{$member}{qw(server follows damage)} = ($member->{damage} ? 'none' : 'standby', '', 0);
    } else { die "the model does not know '$do'\n" }
    return 1;
}

sub client_writes {
    my ($state, $name) = @_;
    my $member = member($state, $name);
    return 0 if !$member->{up} || $member->{paused} || $member->{server} ne 'primary';
    push @{ $member->{log} }, 'w' . ++$state->{writes};
    return 1;
}

# One record goes from who is followed to who follows, and the answer back.
sub replicate {
    my ($state, $name) = @_;
    my $member = member($state, $name);
    return 0 if $member->{follows} eq '' || !streams($state, $name, $member->{follows});
    my $leader = member($state, $member->{follows});
    my $length = @{ $member->{log} };
    push @{ $member->{log} }, $leader->{log}[$length] if $length < @{ $leader->{log} };
    my $news = ($leader->{confirmed}{$name} // 0) < @{ $member->{log} };
    $leader->{confirmed}{$name} = @{ $member->{log} };
    @{$member}{qw(rewound copied)} = (0, 0);
    return $news || $length < @{ $member->{log} };
}

# The server acknowledges what enough of its names have.
sub acknowledge {
    my ($state) = @_;
    my %known = map { $_ => 1 } @{ $state->{acked} };
    for my $member (grep { $_->{up} && !$_->{paused} && $_->{server} eq 'primary' } @{ $state->{members} }) {
        for my $index (0 .. $#{ $member->{log} }) {
            my $record = $member->{log}[$index];
            next if $record !~ /^w/ || $known{$record};
            my $have = grep { ($member->{confirmed}{$_} // 0) > $index } @{ $member->{names} };
            push @{ $state->{acked} }, $record if $have >= $member->{copies};
        }
    }
}

# Time passes for one member. Whose Lease is over is stopped by the watchdog, whatever its agent does, unless all of it hangs.
sub advance {
    my ($state, $name, $is_watched) = @_;
    my $member = member($state, $name);
    $member->{clock}++;
    return 1 if $member->{paused} || !$is_watched;
    $member->{woken} = 0;
    @{$member}{qw(server follows stopped_at)} = ('none', '', undef) if $member->{server} eq 'primary' && $member->{clock} > $member->{valid};
    return 1;
}

sub empty_lease {
    my ($state) = @_;
    $state->{api} = { record => { holder => '', list => [], copies => 0, generation => 0 }, version => $state->{api}{version} + 1 };
    return 1;
}

# ---- What must always be true. Gives what is broken.
sub broken {
    my ($state, $clocks_agree) = @_;
    my @leaders = grep { $_->{up} && !$_->{paused} && !$_->{woken} && $_->{server} eq 'primary' } @{ $state->{members} };
    return 'two members accept writes' if $clocks_agree && @leaders > 1;
    # Who writes on the newest time line has everything that was acknowledged.
    my ($newest) = sort { position_of($b)->{timeline} <=> position_of($a)->{timeline} } grep { $_->{server} eq 'primary' } @{ $state->{members} };
    if ($newest) {
        my %has = map { $_ => 1 } @{ $newest->{log} };
        my @lost = grep { !$has{$_} } @{ $state->{acked} };
        return "acknowledged and lost: @lost" if @lost;
    }
    my %seen;
    for my $member (@{ $state->{members} }) {
        for my $index (0 .. $#{ $member->{log} }) {
            next unless $member->{log}[$index] =~ /^T/;
            my $until = join ' ', @{ $member->{log} }[0 .. $index];
            return "the time line $member->{log}[$index] exists twice" if ($seen{ $member->{log}[$index] } //= $until) ne $until;
        }
    }
    return undef;
}

1;
