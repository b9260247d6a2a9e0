package dev.deed.cli.job;

import dev.deed.cli.scratch.Copy;
import dev.deed.drift.DriftCheck;
import dev.deed.drift.DriftReport;
import dev.deed.drift.DumpLines;
import dev.deed.drift.Side;
import dev.deed.engine.History;
import dev.deed.engine.MigrationName;
import dev.deed.engine.catalog.ObservedEffect;
import dev.deed.engine.connect.Address;
import dev.deed.engine.look.Histories;
import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.engine.rehearsal.FilledViews;
import dev.deed.engine.rehearsal.Load;
import dev.deed.engine.rehearsal.SequenceValues;
import dev.deed.engine.rehearsal.ServerFacts;
import dev.deed.engine.rehearsal.Sighting;
import dev.deed.engine.rehearsal.Watch;
import dev.deed.engine.run.DatabaseRun;
import dev.deed.engine.run.PlanSource;
import dev.deed.engine.run.Runner;
import dev.deed.engine.scratch.TableRows;
import dev.deed.ownership.Service;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectName;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The copy of one database during a rehearsal.
final class RehearsalStage implements AutoCloseable {

  /// After so many migrations the copy is remembered again: making a copy takes longer than
  /// applying some migrations to an older one.
  private static final int MOST_SINCE = 10;

  private final Copy copy;
  private final RehearsalTerms terms;
  private @Nullable Watch watch;
  private Copy.@Nullable Moment moment;
  private ServerFacts atMoment = ServerFacts.NONE;
  private final Set<MigrationName> since = new HashSet<>();
  private @Nullable CatalogSchema schema;

  RehearsalStage(Copy copy, RehearsalTerms terms) {
    this.copy = copy;
    this.terms = terms;
  }

  /// What one run was, and what was seen of it.
  ///
  /// @param effects empty for statements outside of transactions, and where they were not asked for
  record Ran(
      DatabaseRun run,
      Sighting seen,
      List<ObservedEffect> effects,
      Load.@Nullable Waits waits,
      boolean isTooLong) {

    boolean isDone() {
      return !run.isFailed();
    }
  }

  DatabaseName database() {
    return address().target().database();
  }

  Address address() {
    return copy.address();
  }

  RehearsalTerms terms() {
    return terms;
  }

  /// Watched.
  ///
  /// @param isCompared whether the server is asked for what the transaction has done
  /// @param acceptsWhatExists whether what `IF NOT EXISTS` finds may be something else
  Ran run(PlanSource planning, boolean isCompared, boolean acceptsWhatExists) {
    while (true) {
      var recorder = new EffectsRecorder(isCompared, acceptsWhatExists);
      var load = load();
      var run = watch().begin();
      var runner = new Runner(terms.policy().withBeforeCommit(recorder), run);
      var ended = ended(runner, planning);
      var waits = load == null ? null : load.end();
      if (!isMended(ended.run())) {
        return new Ran(ended.run(), run.end(), recorder.effects(), waits, ended.isTooLong());
      }
    }
  }

  /// Without a watch; what `IF NOT EXISTS` finds may be something else.
  Ran runAgain(PlanSource planning) {
    var ended = ended(new Runner(terms.policy(), _ -> {}), planning);
    return isMended(ended.run()) ? runAgain(planning) : ended;
  }

  private Ran ended(Runner runner, PlanSource planning) {
    try (var deadline = Deadline.of(terms.limit(), runner)) {
      var run = runner.run(List.of(address()), planning, terms.bystanders()).getFirst();
      return new Ran(run, Sighting.NOTHING, List.of(), null, deadline.isPassed());
    }
  }

  private @Nullable Load load() {
    var wish = terms.load();
    return wish == null
        ? null
        : Load.begin(address(), copy.patience(), wish.script(), wish.clients());
  }

  private boolean isMended(DatabaseRun run) {
    return run.failure() != null && terms.remedy().test(run.failure());
  }

  History history() {
    return Histories.read(address(), copy.patience());
  }

  /// The session that watches, opened where it is not.
  private Watch watch() {
    var open = watch;
    if (open == null) {
      open = Watch.open(address(), copy.patience());
      watch = open;
    }
    return open;
  }

  private void closeWatch() {
    if (watch != null) {
      watch.close();
      watch = null;
    }
  }

  /// As it is now.
  CatalogSchema schema() {
    return watch().schema();
  }

  /// As it was when that was last known.
  CatalogSchema knownSchema() {
    var known = schema;
    if (known == null) {
      known = schema();
      schema = known;
    }
    return known;
  }

  /// Before a migration is tried: what cannot be undone by its down is undone by going back.
  void secure() {
    if (moment == null || since.size() >= MOST_SINCE) {
      closeWatch();
      var next = copy.remember().orElse(null);
      if (next != null) {
        forget();
        moment = next;
        atMoment = serverFacts();
        since.clear();
      }
    }
  }

  /// One more migration is applied, and nothing else has changed.
  void applied(MigrationName migration, CatalogSchema now) {
    since.add(migration);
    schema = now;
  }

  /// Others were applied.
  void changed(Set<MigrationName> migrations) {
    since.addAll(migrations);
    schema = null;
  }

  /// Statements that remove what migrations have left on the server since what is remembered: the
  /// copy does not hold it.
  List<String> removals() {
    return atMoment.removals(serverFacts(), terms.made());
  }

  /// Goes back to what is remembered.
  ///
  /// @return what has to be applied again; empty where nothing is remembered
  Optional<Set<MigrationName>> goBack() {
    if (moment == null) {
      return Optional.empty();
    }
    closeWatch();
    moment.restore();
    schema = null;
    return Optional.of(Set.copyOf(since));
  }

  /// @return null where there is no difference
  @Nullable DriftReport difference(
      CatalogSchema expected, CatalogSchema found, Function<ObjectName, Optional<Service>> owners) {
    if (expected.sql().equals(found.sql())) {
      return null;
    }
    var report =
        DriftCheck.between(database(), side("expected", expected), side("found", found), owners);
    return report.drifts().isEmpty() ? null : report;
  }

  private static Side side(String name, CatalogSchema schema) {
    return Side.ofCatalogs(name, new SourceFile(name), schema.sql(), schema.postgres());
  }

  /// @param isWritten whether rows are written, so that triggers fire
  Map<QualifiedName, TableRows> rows(Predicate<QualifiedName> wanted, boolean isWritten) {
    return watch().rows(wanted, isWritten);
  }

  SequenceValues sequences() {
    return watch().sequences();
  }

  ServerFacts serverFacts() {
    return watch().serverFacts();
  }

  FilledViews filledViews() {
    return watch().filledViews();
  }

  /// What `pg_dump` says of the schema; empty where it is not asked.
  Optional<DumpLines> dumped() {
    var program = terms.pgDump();
    if (program == null || !program.isFitFor(knownSchema().postgres())) {
      return Optional.empty();
    }
    return Optional.of(program.lines(address().url().libpqVariables(), address().target().words()));
  }

  /// Leaves the copy to the user.
  String keep(String name, Instant until) {
    closeWatch();
    forget();
    return "%s: %s".formatted(database(), copy.keep(name, until));
  }

  private void forget() {
    if (moment != null) {
      moment.close();
      moment = null;
    }
  }

  @Override
  public void close() {
    try {
      closeWatch();
      forget();
    } finally {
      copy.close();
    }
  }
}
