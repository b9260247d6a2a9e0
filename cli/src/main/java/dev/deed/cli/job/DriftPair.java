package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.drift.Both;
import dev.deed.drift.DriftCheck;
import dev.deed.drift.DriftReport;
import dev.deed.drift.DriftReport.NotCompared;
import dev.deed.drift.DriftReport.Silence;
import dev.deed.drift.PgDump;
import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.Migrations;
import dev.deed.engine.Planner;
import dev.deed.engine.Scopes;
import dev.deed.engine.Version;
import dev.deed.engine.catalog.LiveRelation;
import dev.deed.engine.look.DumpVariables;
import dev.deed.engine.look.Histories;
import dev.deed.engine.look.Inspection;
import dev.deed.engine.look.Journal;
import dev.deed.ownership.Database;
import dev.deed.ownership.check.ObjectOwners;
import dev.deed.project.server.Scratch;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.UserException;
import dev.deed.sql.UserException.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Both sides of one database, read at once.
///
/// @param scratch where migrations are run; null where they are replayed
/// @param migrations all files of the project
record DriftPair(
    Project project,
    Surroundings surroundings,
    DriftRequest request,
    Supplier<PgDump> pgDump,
    @Nullable Scratch scratch,
    Migrations migrations,
    DatabaseName name) {

  /// What the database of an environment remembers, read once.
  private static final class Looks {

    private final Map<String, CompletableFuture<Inspection>> byEnvironment = new HashMap<>();

    Inspection of(String environment) {
      return get(Objects.requireNonNull(byEnvironment.get(environment)));
    }

    /// Why causes in its history are not known; empty if they are.
    Optional<String> remark(String environment) {
      return Optional.ofNullable(of(environment).failure())
          .map(failure ->
              "the history of %s could not be read, so causes there are not known: %s"
                  .formatted(
                      environment, String.valueOf(failure.getMessage()).replaceAll("\\s+", " ")));
    }

    /// Empty for a side without a database.
    List<LiveRelation> relationsOf(DriftSide side) {
      return environmentOf(side).map(this::of).map(Inspection::relations).orElse(List.of());
    }
  }

  DriftClosing.Closed compared(DriftSide from, DriftSide to) {
    var looks = new Looks();
    for (var environment : Stream.of(from, to).flatMap(s -> environmentOf(s).stream()).toList()) {
      looks.byEnvironment.computeIfAbsent(environment, e -> atOnce(() -> inspected(e)));
    }
    var owners = atOnce(this::owners);
    var first = atOnce(() -> read(from, looks));
    var second = atOnce(() -> read(to, looks));
    var found = compared(from, to, get(first), get(second), looks, get(owners));
    var scope = new DriftScope(part(from, looks), part(to, looks));
    var closed =
        new DriftClosing.Closed(scope.of(found.report()), found.unwritten(), found.recorded());
    if (closed.report().drifts().isEmpty()) {
      return closed;
    }
    if (!closed.recorded()) {
      refuseMoved(from, to, looks);
    }
    return new DriftClosing.Closed(
        withCauses(closed.report(), from, to, looks), closed.unwritten(), closed.recorded());
  }

  /// The part of the migrations that a side's database was built from; null for everything.
  private Scopes.@Nullable Part part(DriftSide side, Looks looks) {
    return environmentOf(side)
        .map(looks::of)
        .filter(look -> look.failure() == null)
        .flatMap(look -> migrations.scopes().of(name, look.history()))
        .orElse(null);
  }

  private void refuseMoved(DriftSide from, DriftSide to, Looks looks) {
    if (from instanceof DriftSide.OfApplied applied) {
      refuseMoved(applied.environment(), looks);
    }
    if (to instanceof DriftSide.OfApplied applied) {
      refuseMoved(applied.environment(), looks);
    }
  }

  /// The history and the schema are read one after the other: a migration that was applied
  /// meanwhile would pass for drift.
  private void refuseMoved(String environment, Looks looks) {
    var targets = Targets.of(project, environment, surroundings);
    var address = targets.address(name.text());
    var now = Histories.read(address, targets.patience());
    if (!states(looks.of(environment).history()).equals(states(now))) {
      throw new HistoryMoved(address.target().words());
    }
  }

  static Map<Version, HistoryRow.State> states(History history) {
    return history.rows().stream()
        .collect(Collectors.toMap(HistoryRow::version, HistoryRow::state));
  }

  /// Migrations were applied or rolled back while the sides were read.
  static final class HistoryMoved extends UserException {

    private static final long serialVersionUID = 1L;

    HistoryMoved(String target) {
      super(
          "migrations were applied or rolled back in %s while its schema was read"
              .formatted(target),
          "run this again when that run has ended: deed status shows what is applied");
    }

    @Override
    public Outcome outcome() {
      return Outcome.TRY_AGAIN;
    }
  }

  private DriftReport withCauses(DriftReport report, DriftSide from, DriftSide to, Looks looks) {
    var causes =
        new DriftCauses(
            known(from, looks), known(to, looks), report.drifts(), migrations.of(name), database());
    var remarks =
        Stream.of(from, to)
            .flatMap(side -> environmentOf(side).stream())
            .distinct()
            .flatMap(environment -> looks.remark(environment).stream())
            .toList();
    return report.withCauses(causes::of).with(List.of(), remarks);
  }

  private DriftCauses.Known known(DriftSide side, Looks looks) {
    return switch (side) {
      case DriftSide.OfDump dump -> new DriftCauses.Known(dump.text(), null, _ -> List.of());
      case DriftSide.OfFiles files ->
          new DriftCauses.Known(
              files.text(), new Planner(migrations).assumed(name, files.goal()), _ -> List.of());
      case DriftSide.OfApplied applied -> known(applied.environment(), looks);
      case DriftSide.InEnvironment live -> known(live.text(), looks);
    };
  }

  private DriftCauses.Known known(String environment, Looks looks) {
    var inspection = looks.of(environment);
    var targets = Targets.of(project, environment, surroundings);
    var address = targets.address(name.text());
    return new DriftCauses.Known(
        environment,
        inspection.failure() == null ? inspection.history() : null,
        identities -> Journal.about(address, targets.patience(), identities).entries());
  }

  private DriftClosing.Closed compared(
      DriftSide from,
      DriftSide to,
      ReadSide first,
      ReadSide second,
      Looks looks,
      ObjectOwners owners) {
    return switch (first) {
      case LiveSide one ->
          switch (second) {
            case LiveSide two -> between(one, two, recording(to, looks), owners);
            case ReadSide.Migrations two ->
                DriftClosing.Closed.of(reversed(one, two, looks.relationsOf(from), owners));
          };
      case ReadSide.Migrations one ->
          switch (second) {
            case LiveSide two ->
                DriftClosing.Closed.of(between(one, two, looks.relationsOf(to), owners));
            case ReadSide.Migrations two -> DriftClosing.Closed.of(between(one, two, owners));
          };
    };
  }

  /// Null where nothing is to be recorded.
  private @Nullable DriftRecording recording(DriftSide to, Looks looks) {
    var wish = request.closing().write();
    return wish != null && wish.recorded()
        ? new DriftRecording(project, surroundings, to.text(), name, looks.of(to.text()).history())
        : null;
  }

  private DriftClosing.Closed between(
      LiveSide from, LiveSide to, @Nullable DriftRecording recording, ObjectOwners owners) {
    var report =
        DriftCheck.between(name, from.side(), to.side(), owners::ownerOf)
            .with(unread(from), from.remarks())
            .with(unread(to), to.remarks());
    return request
        .closing()
        .close(
            project,
            surroundings,
            report,
            new Both<>(from.side(), to.side()),
            owners::ownerOf,
            recording);
  }

  private DriftReport between(
      ReadSide.Migrations from, LiveSide to, List<LiveRelation> relations, ObjectOwners owners) {
    var comparison = comparison(from, to, relations);
    return DriftCheck.of(
            name, from.text(), to.side().name(), comparison.differences(), owners::ownerOf)
        .with(comparison.notCompared(), to.remarks())
        .with(unread(to), comparison.offers());
  }

  private DriftReport reversed(
      LiveSide from, ReadSide.Migrations to, List<LiveRelation> relations, ObjectOwners owners) {
    var comparison = comparison(to, from, relations);
    return DriftCheck.of(
            name, from.side().name(), to.text(), comparison.reversed(), owners::ownerOf)
        .with(comparison.notCompared(), from.remarks())
        .with(unread(from), comparison.offers());
  }

  private ReplayComparison comparison(
      ReadSide.Migrations files, LiveSide live, List<LiveRelation> relations) {
    return ReplayComparison.of(applied(files, live.side().postgres()), live.side(), relations);
  }

  private DriftReport between(
      ReadSide.Migrations from, ReadSide.Migrations to, ObjectOwners owners) {
    var one = applied(from, database().postgres());
    var two = applied(to, database().postgres());
    return DriftCheck.between(name, one.replayed(), two.replayed(), owners::ownerOf)
        .with(unreadable(one), List.of())
        .with(unreadable(two), List.of());
  }

  private AppliedSide applied(ReadSide.Migrations side, int postgres) {
    return AppliedSide.of(side.text(), side.history(), database(), postgres);
  }

  private static List<NotCompared> unreadable(AppliedSide side) {
    return side.unreadable().isEmpty()
        ? List.of()
        : List.of(new NotCompared(side.text(), Silence.UNREADABLE_STATEMENTS, side.unreadable()));
  }

  private static List<NotCompared> unread(LiveSide side) {
    return side.unread().isEmpty()
        ? List.of()
        : List.of(new NotCompared(side.side().name(), Silence.UNREAD_OBJECTS, side.unread()));
  }

  private static Optional<String> environmentOf(DriftSide side) {
    return switch (side) {
      case DriftSide.InEnvironment live -> Optional.of(live.text());
      case DriftSide.OfApplied applied -> Optional.of(applied.environment());
      case DriftSide.OfFiles _, DriftSide.OfDump _ -> Optional.empty();
    };
  }

  private ReadSide read(DriftSide side, Looks looks) {
    return switch (side) {
      case DriftSide.OfDump dump ->
          new LiveSide(
              new DumpPath(surroundings, null).read(dump.text(), request.pgDump()),
              List.of(),
              List.of());
      case DriftSide.OfFiles files ->
          migrations(files.text(), new Planner(migrations).assumed(name, files.goal()));
      case DriftSide.OfApplied applied ->
          migrations(applied.text(), history(looks.of(applied.environment())));
      case DriftSide.InEnvironment live -> live(live.text());
    };
  }

  private ReadSide migrations(String text, History history) {
    return scratch == null
        ? new ReadSide.Migrations(text, history)
        : proved(text, history, scratch);
  }

  private ReadSide proved(String text, History history, Scratch server) {
    // Roles are created there for all databases, one after the other.
    synchronized (server) {
      return ProvedSide.build(text, history, project, migrations, name, server);
    }
  }

  private History history(Inspection inspection) {
    if (inspection.failure() != null) {
      throw inspection.failure();
    }
    return inspection.history().withAppliedByTools(migrations.of(name));
  }

  private LiveSide live(String environment) {
    var targets = Targets.of(project, environment, surroundings);
    var address = targets.address(name.text());
    return LiveSide.read(
            environment,
            address,
            targets.patience(),
            request,
            pgDump,
            DumpVariables.of(address, targets.patience()))
        .remembering(DriftNames.of(environment, address, targets.patience()));
  }

  private Inspection inspected(String environment) {
    var targets = Targets.of(project, environment, surroundings);
    return Inspection.of(List.of(targets.address(name.text())), targets.patience()).getFirst();
  }

  private ObjectOwners owners() {
    return MigrationReplay.of(migrations, project.ownership().map(), database()).owners();
  }

  private Database database() {
    return project.ownership().map().databaseNamed(name).orElseThrow();
  }

  private static <T> CompletableFuture<T> atOnce(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
  }

  private static <T> T get(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
