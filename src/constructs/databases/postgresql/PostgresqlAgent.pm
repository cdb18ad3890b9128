package PostgresqlAgent;

# The loop: looks, decides, does. It never waits for anybody, so that it can always stop the server in time.

use strict;
use warnings;
use IO::Select;
use JSON::PP ();
use PostgresqlApi ();
use PostgresqlDecision ();
use PostgresqlDoor ();
use PostgresqlLease ();
use PostgresqlLog ();
use PostgresqlPeers ();
use PostgresqlServer ();
use PostgresqlSettings ();
use PostgresqlSql ();
use PostgresqlStatus ();
use PostgresqlSteps ();
use PostgresqlTasks ();
use PostgresqlWatchdog ();

my $json = JSON::PP->new->utf8->canonical;

sub new {
    my ($class, $settings) = @_;
    $settings->{agent} = $$;
    my $api = PostgresqlApi->new($settings);
    my $sql = PostgresqlSql->new($settings);
    my $self = bless {
        settings => $settings, api => $api, sql => $sql, lease => PostgresqlLease->new($settings, $api), peers => PostgresqlPeers->new($settings),
        status => PostgresqlStatus->new($settings, $sql), server => PostgresqlServer->new($settings),
        must_read => 1, valid => 0, renewed => -1e15, read_at => 0, abstain_until => 0, ticked => PostgresqlSettings::now(), down_since => PostgresqlSettings::now(),
        cut => PostgresqlSettings::read_file("$settings->{state}/cut") // '', said => '', problem => '',
    }, $class;
    my $record = PostgresqlSettings::read_file("$settings->{state}/record.json");
    $self->{record} = eval { $json->decode($record) } if $record;
    $self->{door} = PostgresqlDoor->new($settings, sub { PostgresqlTasks::answer($self, @_) });
    return $self;
}

sub run {
    my ($self) = @_;
    $SIG{TERM} = sub { $self->{terminate} //= PostgresqlSettings::now() };
    $SIG{INT} = $SIG{TERM};
    $SIG{CHLD} = sub { };
    $self->{watchdog} = PostgresqlWatchdog::start($self->{settings});
    $self->find_system;
    my $next = 0;
    while (1) {
        my $now = PostgresqlSettings::now();
        my $select = IO::Select->new(map { $_->handles } @{$self}{qw(api sql peers door)});
        my $left = $next - $now;
        $select->can_read($left > 0 ? $left / 1000 : 0);
        $_->poll for @{$self}{qw(api sql peers door)};
        $self->reap;
        next if PostgresqlSettings::now() < $next;
        $next = PostgresqlSettings::now() + $self->{settings}{tick};
        last if $self->{terminate} && $self->has_ended;
        $self->tick;
    }
    $self->{peers}->stop;
    $self->{api}->disconnect;
}

sub tick {
    my ($self) = @_;
    my $now = PostgresqlSettings::now();
    $self->{ticked} = $now;
    $self->{peers}->start;
    $self->{status}->ask(sub { PostgresqlTasks::after_status($self) }) if $self->{server}->is_running;
    my $place = $self->server_state eq 'starting' ? $self->{server}->place_of_start : '';
    $self->{place} = { at => $place, since => $now } unless $self->{place} && $self->{place}{at} eq $place;
    my $view = $self->view;
    $self->{down_since} = $now if $view->{own}{server} eq 'primary' || ($view->{lease} && $view->{lease}{holder} ne $view->{me});
    delete $self->{handover} if $self->{handover} && $now - $self->{handover} > 4 * $self->{settings}{timers}{take};
    my $step = PostgresqlDecision::decide($view);
    $self->{step} = $step;
    PostgresqlSteps::execute($self, $step);
    $self->tell_watchdog;
    # Last of all, for what is to be written must never wait for what is only read.
    return if $self->{api}->is_busy || $now - $self->{read_at} < $self->reading_pause;
    $self->{read_at} = $now;
    $self->{lease}->get(sub {
        my ($problem) = @_;
        return $self->note_problem($problem) if $problem;
        $self->{must_read} = 0;
        $self->remember;
    });
}

# The holder learns by writing. Others look often, and more often when nobody leads.
sub reading_pause {
    my ($self) = @_;
    my $renew = $self->{settings}{timers}{renew};
    return $renew / 4 if $self->{must_read};
    return 1e9 if $self->{valid} > PostgresqlSettings::now();
    my $seen = $self->{lease}->seen;
    return $renew / 4 if $seen && $seen->{holder} eq '';
    return $renew / 2;
}

# All that the decision may know.
sub view {
    my ($self) = @_;
    my $settings = $self->{settings};
    my $seen = $self->{lease}->seen;
    return {
        now => PostgresqlSettings::now(), me => $settings->{me}, members => $settings->{members}, copies => $settings->{copies},
        timers => $settings->{timers}, lease => $seen ? { %$seen } : undef, own => $self->own, peers => $self->{peers}->answers,
        standbys => $self->{status}{standbys} // {},
    };
}

sub own {
    my ($self) = @_;
    my ($server, $status) = @{$self}{qw(server status)};
    return {
        data => $server->data, server => $self->server_state, system => $self->{system}, position => $status->{position}, record => $self->{record},
        cut => $self->{cut}, follows => $server->{follow}, streaming => $status->{last} && $status->{last}{receiver} ? 1 : 0,
        valid => $self->{valid}, renewed => $self->{renewed}, names => $server->{names}, copies => $server->{copies},
        confirmed => $status->is_confirmed($server->{names}, $server->{copies}), job => $server->{job} && $server->{job}{name} =~ /^(initdb|copy|rewind|checkpoint)$/ ? $1 : '',
        handover => $self->{handover} || $self->{terminate}, stopped_at => $self->{stopped_at}, abstain_until => $self->{abstain_until},
        stalled => $self->{place} && $self->{place}{at} ne '' ? PostgresqlSettings::now() - $self->{place}{since} : 0, down_since => $self->{down_since}, 
        (map { $_ => $self->{$_} // 0 } qw(failed_starts rewind_failed rewound copied)), version => $self->{lease}->seen ? $self->{lease}->seen->{version} : '',
    };
}

sub server_state {
    my ($self) = @_;
    return 'none' unless $self->{server}->is_running;
    my $last = $self->{status}{last};
    return 'primary' if $last && !$last->{recovery};
    # From the moment of the order it may write.
    return 'promoting' if $self->{promoting};
    return $last ? 'standby' : 'starting';
}

sub reap {
    my ($self) = @_;
    my $was_running = $self->{server}->is_running;
    for my $pid ($self->{server}->reap) {
        $self->{watchdog} = PostgresqlWatchdog::start($self->{settings}) if $pid == $self->{watchdog}{pid};
    }
    return unless $was_running && !$self->{server}->is_running;
    $self->say_once("the server ended with $self->{server}{exit}");
    $self->{failed_starts}++ if !$self->{status}{last} && !$self->{stopping} && $self->{server}->can_read_configuration;
    $self->{server}->end_orphans;
    delete @{$self}{qw(promoting)};
    my $control = $self->{server}->control;
    $self->{stopped_at} = ($control->{state} // '') eq 'shut down' ? $control->{position} : undef;
    $self->{status}->forget;
    $self->tell_watchdog;
    my $step = delete $self->{after_stop};
    PostgresqlSteps::execute($self, $step) if $step;
}

sub find_system {
    my ($self) = @_;
    $self->{system} = $self->{server}->data eq 'none' ? undef : $self->{server}->control->{system};
}

sub done {
    my ($self, $name) = @_;
    return sub {
        my ($ok) = @_;
        $self->note_problem("$name failed") unless $ok;
        $self->find_system;
        $self->{status}->forget;
    };
}

# What was done to the data with the help of the member that leads, until the server receives from it.
sub note_remade {
    my ($self, $how, $ok) = @_;
    $self->{failed_starts} = 0;
    $self->{rewind_failed} = !$ok if $how eq 'rewound';
    @{$self}{qw(rewind_failed copied)} = (0, 1) if $how eq 'copied' && $ok;
    $self->{rewound} = 1 if $how eq 'rewound';
    $self->done($how eq 'copied' ? 'copy' : 'rewind')->($ok);
}

# The server works with its data: whatever is tried later begins anew.
sub note_works {
    my ($self) = @_;
    @{$self}{qw(failed_starts rewind_failed rewound copied)} = (0) x 4;
}

sub tell_watchdog {
    my ($self) = @_;
    my $until = $self->server_state =~ /^(primary|promoting)$/ ? int $self->{valid} : 0;
    return if $until == ($self->{watchdog}{until} // -1);
    $self->{watchdog}{until} = $until;
    PostgresqlWatchdog::tell($self->{watchdog}, $until);
}

# What stood in the Lease, for the day on which somebody empties it.
sub remember {
    my ($self) = @_;
    my $seen = $self->{lease}->seen;
    return unless $seen && $seen->{system} && (!$self->{record} || $self->{record}{generation} != $seen->{generation} || $self->{record}{holder} ne $seen->{holder});
    return if $self->{system} && $self->{system} ne $seen->{system};
    $self->{record} = PostgresqlDecision::record_of($seen);
    eval { PostgresqlSettings::write_file("$self->{settings}{state}/record.json", $json->encode($self->{record})); 1 } or $self->note_problem($@);
}

# Asked to end: at once if others lead, else when the Lease was handed over, and in any case after a while.
sub has_ended {
    my ($self) = @_;
    my $seen = $self->{lease}->seen;
    my $holds = $seen && $seen->{holder} eq $self->{settings}{me};
    my $is_late = PostgresqlSettings::now() - $self->{terminate} > 3 * $self->{settings}{timers}{take};
    PostgresqlSteps::do_stop($self, { mode => 'fast' }) if !$holds || $is_late;
    return !$self->{server}->is_running && (!$holds || $is_late);
}

sub note_problem {
    my ($self, $text) = @_;
    $self->{problem} = $text;
    $self->say_once($text);
}

sub say_once {
    my ($self, $text) = @_;
    return if $self->{said} eq $text;
    $self->{said} = $text;
    PostgresqlSettings::say_now($self->{settings}, $text);
}

1;
