package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.RehearsedMigration;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.Sources;
import dev.deed.cli.scratch.CopyFailed;
import dev.deed.cli.scratch.CopySource;
import dev.deed.cli.scratch.DiskRoom;
import dev.deed.drift.PgDump;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.Migration;
import dev.deed.engine.Migrations;
import dev.deed.engine.Planner;
import dev.deed.engine.look.Histories;
import dev.deed.engine.rehearsal.LoadScript;
import dev.deed.ownership.CopyProvider;
import dev.deed.ownership.Database;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Tool;
import dev.deed.sql.UserException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tries migrations on copies of the databases: up, down, and up again.
public record RehearsalRun(Project project, Surroundings surroundings, Wish wish) {

  private static final Duration KEPT = Duration.ofDays(7);

  /// What the command line says.
  ///
  /// @param environment whose databases are copied; null for empty ones
  /// @param files the migrations to try; empty for all that are pending
  /// @param base only those that were added or changed since; null for all
  /// @param limit for each up and each down
  /// @param load a script in pgbench's format that works in the copy meanwhile; null for none
  public record Wish(
      @Nullable String environment,
      CopyWish copy,
      List<Path> files,
      @Nullable String base,
      Duration limit,
      @Nullable LoadFile load,
      Severity failOn,
      CrossCheck crossCheck) {
    public Wish {
      files = List.copyOf(files);
    }
  }

  /// @param clients how many sessions send it
  public record LoadFile(Path file, int clients) {}

  public Report report() {
    var scope = new ScopeReader(project, surroundings).scope(wish.files(), wish.base());
    var targets =
        wish.environment() == null ? null : Targets.of(project, wish.environment(), surroundings);
    var choice = new CopyChoice(project, surroundings, targets, wish.copy().rows());
    var provider = choice.provider(wish.copy().provider());
    var applied = targets == null ? List.<Migration>of() : applied(targets);
    var migrations = withApplied(applied);
    var done = Rehearsal.names(applied);
    var pending =
        belonging(
            targets,
            new Planner(migrations)
                .inOrder().stream().filter(m -> !done.contains(m.name())).toList());
    var wanted = pending.stream().filter(scope::has).toList();
    var notTried = notTried(scope, applied);
    if (wanted.isEmpty()) {
      return new Report.Rehearsed(
          List.of(), notTried, List.of(), List.of(), "", wish.failOn(), new Sources(Map.of()));
    }
    var load = load();
    var pgDump = wish.crossCheck().program(wanted.size(), surroundings.environment());
    Report.Rehearsed report = null;
    try (var copies = choice.open(provider, wish.copy().scratch(), DiskRoom.FOR_TRIALS);
        var rehearsal =
            new Rehearsal(
                project,
                copies,
                migrations,
                copies.filling() == CopySource.Filling.ALL ? done : Set.of())) {
      refuseKeeping(copies);
      rehearsal.open(databases(targets), wish.limit(), load, pgDump);
      var order = new ArrayList<Migration>();
      switch (copies.filling()) {
        case NOTHING -> order.addAll(applied);
        case SCHEMA -> rehearsal.stamp(applied);
        case ALL -> {}
      }
      order.addAll(pending);
      rehearsal.walk(order, Rehearsal.names(wanted));
      var hasRows =
          copies.filling() == CopySource.Filling.ALL
              || (provider instanceof CopyProvider.Dump dump && dump.hasRows());
      var kept =
          new RehearsalEvidence(project, surroundings, targets, provider)
              .keep(rehearsal.tried(), copies.words(), hasRows);
      var failures = new ArrayList<>(rehearsal.failures());
      failures.addAll(kept.failures());
      report =
          new Report.Rehearsed(
              List.of(copies.words()),
              Stream.of(notTried, withoutRows(copies, hasRows), remarks(rehearsal, pgDump, copies))
                  .flatMap(List::stream)
                  .toList(),
              rehearsal.tried(),
              failures,
              kept.words(),
              wish.failOn(),
              sources(rehearsal.tried()));
      return report;
    } catch (UserException failure) {
      // Where all was tried, only the end has failed.
      if (report == null) {
        throw failure;
      }
      return report.with(notDropped(provider, failure));
    }
  }

  /// Files that the user may expect to be tried, and why they are not.
  private List<String> notTried(Scope scope, List<Migration> applied) {
    var files = project.migrations().all();
    if (files.isEmpty()) {
      return List.of("there are no migration files");
    }
    var words = new ArrayList<String>();
    for (var was : applied) {
      files.stream()
          .filter(file -> file.name().equals(was.name()) && scope.has(file))
          .filter(file -> file.origin().tool() == was.origin().tool())
          .filter(file -> !wish.files().isEmpty() || isChanged(file, was))
          .map(file -> notTried(file, isChanged(file, was)))
          .forEach(words::add);
    }
    return words;
  }

  /// Other tools keep no texts.
  private static boolean isChanged(Migration file, Migration applied) {
    return file.origin().tool() == Tool.DEED && !file.checksum().equals(applied.checksum());
  }

  private String notTried(Migration file, boolean isChanged) {
    return "%s is applied in %s already%s, and was not tried; from an empty database on: deed rehearse %s"
        .formatted(
            file.name().words(),
            wish.environment(),
            isChanged ? ", with another text" : "",
            file.file().path());
  }

  private static List<String> withoutRows(CopySource copies, boolean hasRows) {
    return copies.filling() == CopySource.Filling.SCHEMA && !hasRows
        ? List.of(
            "the copies have no rows, so what becomes of rows was not tried; with rows: --on template, or --sample 5%")
        : List.of();
  }

  private List<Report.Failure> notDropped(CopyProvider provider, UserException failure) {
    var advice =
        switch (provider) {
          case CopyProvider.Command _ -> failure.advice() + "; then end the copy by hand";
          case CopyProvider.Neon _, CopyProvider.Template _ -> gc("--on " + provider.word());
          case CopyProvider.Embedded _, CopyProvider.Dump _ -> gc("--on dump --scratch URL");
        };
    return Stream.concat(Stream.of(failure), Stream.of(failure.getSuppressed()))
        .map(one -> new CopyFailed("it is still there: " + one.getMessage(), advice))
        .map(one -> new Report.Failure("a copy could not be dropped", one))
        .toList();
  }

  private String gc(String options) {
    return "when what holds it is removed: deed branch gc --env %s %s"
        .formatted(wish.environment() == null ? "<environment>" : wish.environment(), options);
  }

  /// Before anything is made.
  private void refuseKeeping(CopySource copies) {
    if (wish.copy().isKept() && !copies.isLasting()) {
      throw CopyFailed.misused(
          "deed\'s own server ends with the command, so its copies cannot be kept",
          "name a server where databases may be created: --scratch URL, or --on template");
    }
  }

  private List<String> remarks(Rehearsal rehearsal, @Nullable PgDump pgDump, CopySource copies) {
    var remarks = new ArrayList<>(copies.leftovers().passedOver());
    if (pgDump != null) {
      remarks.addAll(rehearsal.crossChecked(pgDump));
    }
    if (wish.copy().isKept()) {
      var now = surroundings.clock().instant();
      var name =
          "rehearsal-%s-%s"
              .formatted(
                  now.toString().replaceAll("[^0-9]", "").substring(2, 14),
                  UUID.randomUUID().toString().substring(0, 4));
      rehearsal.keep(name, now.plus(KEPT)).forEach(copy -> remarks.add("kept " + copy));
    }
    return remarks;
  }

  private RehearsalTerms.@Nullable LoadWish load() {
    var load = wish.load();
    if (load == null) {
      return null;
    }
    var file = load.file();
    var name = new SourceFile(file.toString());
    var text = new SqlFiles(surroundings).read(List.of(file)).getFirst().text();
    return new RehearsalTerms.LoadWish(LoadScript.read(name, text), load.clients());
  }

  /// Those of the environment.
  private List<DatabaseName> databases(@Nullable Targets targets) {
    if (targets != null) {
      return List.copyOf(targets.environment().urls().keySet());
    }
    return project.ownership().map().databases().stream().map(Database::name).toList();
  }

  /// What the environment has already, in the order of its versions.
  private List<Migration> applied(Targets targets) {
    var files = project.migrations();
    var applied = new ArrayList<Migration>();
    for (var address : targets.addresses(null)) {
      var history = Histories.read(address, targets.patience());
      history.rows().stream()
          .filter(HistoryRow::isDone)
          .map(row -> ProvedSide.of(row, files))
          .forEach(applied::add);
      applied.addAll(history.appliedByTools(files.of(address.target().database())));
    }
    return applied;
  }

  private Migrations withApplied(List<Migration> applied) {
    var files = project.migrations();
    var done = Rehearsal.names(applied);
    var all = new ArrayList<>(applied);
    files.all().stream().filter(m -> !done.contains(m.name())).forEach(all::add);
    return new Migrations(all, files.findings(), files.scopes());
  }

  /// Databases that have a scope do not get other migrations.
  private List<Migration> belonging(@Nullable Targets targets, List<Migration> migrations) {
    if (targets == null || project.ownership().map().scopes().isEmpty()) {
      return migrations;
    }
    var scopes = project.migrations().scopes();
    var left = new HashSet<DatabaseName>();
    var belonging = new ArrayList<Migration>();
    for (var address : targets.addresses(null)) {
      var database = address.target().database();
      scopes
          .of(database, Histories.read(address, targets.patience()))
          .ifPresent(part -> {
            left.add(database);
            migrations.stream()
                .filter(m -> m.name().database().equals(database) && part.has(m))
                .forEach(belonging::add);
          });
    }
    return migrations.stream()
        .filter(m -> !left.contains(m.name().database()) || belonging.contains(m))
        .toList();
  }

  private Sources sources(List<RehearsedMigration> tried) {
    var texts = new HashMap<SourceFile, String>();
    tried.stream()
        .flatMap(migration -> migration.findings().stream())
        .map(finding -> finding.file())
        .distinct()
        .forEach(file -> texts.put(file, project.textOf(file)));
    return new Sources(texts, project.base());
  }
}
