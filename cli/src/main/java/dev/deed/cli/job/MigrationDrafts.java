package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.drift.Closing;
import dev.deed.drift.DriftCheck;
import dev.deed.drift.Reconciliation;
import dev.deed.drift.Side;
import dev.deed.engine.Migration;
import dev.deed.engine.MigrationName;
import dev.deed.engine.Migrations;
import dev.deed.engine.Section;
import dev.deed.engine.Version;
import dev.deed.engine.file.MigrationSeries;
import dev.deed.engine.scratch.ScratchDatabase;
import dev.deed.engine.scratch.ScratchFailed;
import dev.deed.lint.Rules;
import dev.deed.lint.rule.Rule;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import dev.deed.sql.effect.ObjectName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Statements as migrations in their owners' folders. Each part is run on a scratch database, so
/// that its down is known to lead back to where it began.
///
/// @param allowed statements that `check` calls an error are written all the same
/// @param reason why a rule is ignored in an up
/// @param reconcile writes the SQL that makes one side equal to another
record MigrationDrafts(
    Project project,
    Surroundings surroundings,
    DatabaseName database,
    ScratchDatabase scratch,
    boolean allowed,
    String reason,
    BiFunction<Side, Side, Reconciliation> reconcile) {

  private static final RuleName WILL_FAIL = new RuleName("will-fail");

  /// What a change does to a running system, and how a schema is designed: decided with the wanted
  /// schema. What will fail, and what another service owns, is not.
  static final Set<RuleName> IGNORABLE =
      Rules.ALL.stream()
          .map(Rule::name)
          .filter(name -> !name.equals(WILL_FAIL))
          .collect(Collectors.toSet());

  private static final String NOT_CHECKED = "SET check_function_bodies = off";

  private static final Pattern FUNCTION =
      Pattern.compile("^CREATE (?:OR REPLACE )?(?:FUNCTION|PROCEDURE)\\b");

  private static final String WITHOUT_ANOTHER = "it needs a statement that is left out";
  private static final String WAY_BACK = "generated: the way back";

  private static final String DOWN = "\n-- DOWN Migration (Rollback)\n";

  /// A part with the SQL that takes it back.
  ///
  /// @param held statements that a person has to allow, left out of the up
  record Draft(ServiceName service, List<Closing> up, List<Closing> held, List<Closing> down) {

    /// A file of it would have comments only.
    boolean isLeftOut() {
      return up.isEmpty();
    }

    private static Draft of(ServiceName service, List<Closing> up) {
      return new Draft(service, up, List.of(), List.of());
    }
  }

  /// @param isWayBack the downs have led back to the beginning
  /// @param left objects that still differed after the ups
  /// @param end the schema after the ups
  record Proof(List<Draft> drafts, boolean isWayBack, List<ObjectName> left, Side end) {}

  /// Runs them there and back.
  ///
  /// @param wanted what the statements lead to
  /// @throws NotRun if PostgreSQL refuses one of them
  Proof prove(List<ClosingParts.Part> parts, Side wanted) {
    var first = side();
    var drafts = forth(parts, List.of());
    var end = side();
    var left = differences(end, wanted);
    var back = back(drafts);
    return new Proof(back, leadsBack(first), left, end);
  }

  /// Runs the ups.
  ///
  /// @param also migrations that are new, too, and come before them
  /// @throws NotRun if PostgreSQL refuses one of them
  List<Draft> forth(List<ClosingParts.Part> parts, List<Migration> also) {
    var before = side();
    var drafts = new ArrayList<Draft>();
    for (var part : weighed(parts, also)) {
      var up = part.closings().stream().filter(closing -> !closing.destructive()).toList();
      var held = new ArrayList<>(part.closings().stream().filter(Closing::destructive).toList());
      var ran = runWithout(up, held);
      var after = side();
      var down = ran.isEmpty() ? List.<Closing>of() : reconcile.apply(after, before).closings();
      drafts.add(new Draft(part.owner(), ran, held, down));
      before = after;
    }
    return drafts;
  }

  /// A statement that PostgreSQL refuses without those that are held back is one of them.
  ///
  /// @param held is added to
  private List<Closing> runWithout(List<Closing> closings, List<Closing> held) {
    try {
      return run(closings);
    } catch (NotRun e) {
      var at =
          e.getCause() instanceof ScratchFailed failed
              ? closings.stream().map(Closing::sql).toList().indexOf(failed.sql())
              : -1;
      if (held.isEmpty() || at < 0) {
        throw e;
      }
      held.add(closings.get(at).heldBack(Closing.Held.NEEDS_ANOTHER, WITHOUT_ANOTHER));
      var ran = new ArrayList<>(closings.subList(0, at));
      ran.addAll(runWithout(closings.subList(at + 1, closings.size()), held));
      return ran;
    }
  }

  /// Runs the downs, the last one first.
  List<Draft> back(List<Draft> drafts) {
    var ran = new ArrayList<>(drafts);
    for (var i = ran.size() - 1; i >= 0; i--) {
      var draft = ran.get(i);
      ran.set(i, new Draft(draft.service(), draft.up(), draft.held(), run(draft.down())));
    }
    return ran;
  }

  /// The same, where what `check` calls an error is held back, with what needs it.
  private List<ClosingParts.Part> weighed(List<ClosingParts.Part> parts, List<Migration> also) {
    var weighed = new ArrayList<ClosingParts.Part>();
    var known = new ArrayList<>(project.migrations().all());
    known.addAll(also);
    var held = new ArrayList<Closing>();
    for (var part : parts) {
      var up =
          unchecked(part.closings().stream().filter(closing -> !closing.destructive()).toList());
      var draft = Draft.of(part.owner(), up);
      var version = new Version("9999" + "0".repeat(10 - 1) + (weighed.size() + 1) % 10);
      var file =
          new SourceFile(
              "migrations/%s/%s/%s_draft.sql".formatted(database, part.owner(), version));
      var head = new Head("draft", Instant.EPOCH, List.of());
      var place = new MigrationSeries.File(version, file, "");
      var style = styled(draft, head, List.of(place), known);
      var closings = new ArrayList<Closing>();
      for (var closing : part.closings()) {
        var error = allowed ? null : style.errors().get(up.indexOf(closing));
        var next =
            error != null
                ? closing.heldBack(
                    Closing.Held.HURTS_RUNNING_CODE,
                    closing.note() == null
                        ? error.message() + "; " + error.advice().lines().findFirst().orElse("")
                        : closing.note())
                : closing;
        if (!next.destructive() && ClosingParts.needsOneOf(next, held)) {
          next = next.heldBack(Closing.Held.NEEDS_ANOTHER, WITHOUT_ANOTHER);
        }
        if (next.destructive()) {
          held.add(next);
        }
        closings.add(next);
      }
      holdTogether(closings);
      held.addAll(closings.stream().filter(Closing::destructive).toList());
      weighed.add(new ClosingParts.Part(part.owner(), closings));
      known.add(migration(draft, file, version, text(draft, head, version, style), style));
    }
    return weighed;
  }

  /// What is done for the sake of a statement that is held back is held back, too: a view that is
  /// dropped around it, a type that makes room for another one.
  private static void holdTogether(List<Closing> closings) {
    for (var isSame = false; !isSame; ) {
      isSame = true;
      var objects =
          closings.stream()
              .filter(Closing::destructive)
              .flatMap(closing -> closing.closes().stream())
              .collect(Collectors.toSet());
      for (var i = 0; i < closings.size(); i++) {
        var closing = closings.get(i);
        if (!closing.destructive() && closing.closes().stream().anyMatch(objects::contains)) {
          closings.set(i, closing.heldBack(Closing.Held.NEEDS_ANOTHER, WITHOUT_ANOTHER));
          isSame = false;
        }
      }
    }
  }

  Side side() {
    return asInFiles(BuiltSide.of(scratch, "scratch").withoutOwners(), project, database);
  }

  /// As the servers have it that the files are for: this one may be newer.
  static Side asInFiles(Side side, Project project, DatabaseName database) {
    return project
        .ownership()
        .map()
        .databaseNamed(database)
        .map(declared -> side.asOn(declared.postgres()))
        .orElse(side);
  }

  /// A function may come before what its body names: then PostgreSQL is told not to look into it,
  /// as in a dump.
  ///
  /// @return the same, with that setting first where it is needed
  private List<Closing> run(List<Closing> closings) {
    var statements = closings.stream().map(Closing::sql).toList();
    try {
      scratch.execute(statements);
      return closings;
    } catch (ScratchFailed e) {
      if (!FUNCTION.matcher(e.sql()).find()) {
        throw new NotRun(e);
      }
      runUnchecked(closings.subList(statements.indexOf(e.sql()), closings.size()));
      return afterSetting(closings);
    }
  }

  /// The same before it is known whether a function comes too early.
  private static List<Closing> unchecked(List<Closing> closings) {
    return closings.stream().anyMatch(closing -> FUNCTION.matcher(closing.sql()).find())
        ? afterSetting(closings)
        : closings;
  }

  private static List<Closing> afterSetting(List<Closing> closings) {
    var all = new ArrayList<Closing>();
    all.add(new Closing(NOT_CHECKED, List.of(), false, Closing.Held.NO, null));
    all.addAll(closings);
    return all;
  }

  private void runUnchecked(List<Closing> closings) {
    var statements = new ArrayList<>(List.of(NOT_CHECKED));
    closings.forEach(closing -> statements.add(closing.sql()));
    try {
      scratch.execute(statements);
    } catch (ScratchFailed e) {
      throw new NotRun(e);
    }
  }

  /// The order of columns does not count: a column that comes back is the last one.
  private boolean leadsBack(Side first) {
    return DriftCheck.between(database, side(), first, _ -> Optional.empty()).drifts().stream()
        .allMatch(drift -> StoryStage.isOrder(drift.difference()));
  }

  private List<ObjectName> differences(Side from, Side to) {
    return DriftCheck.between(database, from, to, _ -> Optional.empty()).drifts().stream()
        .map(drift -> drift.difference().object())
        .distinct()
        .toList();
  }

  /// What no file has, because all of its part is left out: a sentence for each service.
  static List<String> leftOut(List<Draft> drafts) {
    var remarks = new ArrayList<String>();
    for (var draft : drafts) {
      if (draft.isLeftOut() && !draft.held().isEmpty()) {
        remarks.add(
            "no file is written for %s, because each statement needs a decision: %s"
                .formatted(
                    draft.service(),
                    draft.held().stream()
                        .map(MigrationDrafts::inWords)
                        .collect(Collectors.joining("; "))));
      }
    }
    return remarks;
  }

  private static String inWords(Closing closing) {
    var note = closing.note();
    return "%s (%s%s)"
        .formatted(
            closing.sql().strip().replaceAll("\\s+", " "),
            reason(closing),
            note == null ? "" : ": " + note);
  }

  /// Writes the files, or only shows them. Those of later parts require those of earlier ones.
  List<MigrationSeries.File> files(
      List<Draft> drafts, String description, Instant now, boolean dryRun) {
    return files(drafts, description, now, NewMigrations.none(dryRun)).files();
  }

  /// The same after other new ones.
  ///
  /// @param earlier which of them are required, and known to `check`
  NewMigrations files(List<Draft> drafts, String description, Instant now, NewMigrations earlier) {
    var all = earlier;
    for (var draft : drafts) {
      if (draft.isLeftOut()) {
        continue;
      }
      var series = new MigrationSeries(database, draft.service(), List.of(description));
      var head = new Head(series.descriptions().getFirst(), now, all.required());
      var unwritten = all.unwrittenVersions();
      var known = new ArrayList<>(project.migrations().all());
      known.addAll(all.unwritten());
      var style =
          styled(
              draft,
              head,
              series.preview(project.layout(), now, unwritten, _ -> List.of("")),
              known);
      Function<List<Version>, List<String>> texts =
          versions -> List.of(text(draft, head, versions.getFirst(), style));
      var written =
          (all.dryRun()
                  ? series.preview(project.layout(), now, unwritten, texts)
                  : series.write(project.layout(), now, texts))
              .getFirst();
      var migration = migration(draft, written.file(), written.version(), written.text(), style);
      all = all.and(written, migration).requiring(List.of(written.version()));
      if (hasLongText(draft.down())) {
        all = all.and(down(written, draft, style, all.dryRun()));
      }
    }
    return all;
  }

  /// @param before the migrations that have to come first
  private record Head(String description, Instant now, List<Version> before) {}

  /// One transaction, or one for each statement: the way of which `check` has less to say.
  private DraftStyle styled(
      Draft draft, Head head, List<MigrationSeries.File> places, List<Migration> known) {
    var together = checked(DraftStyle.plain(false), draft, head, places.getFirst(), known);
    if (together.weight() == 0) {
      return together;
    }
    var alone = checked(DraftStyle.plain(true), draft, head, places.getFirst(), known);
    return alone.weight() < together.weight() ? alone : together;
  }

  private DraftStyle checked(
      DraftStyle plain, Draft draft, Head head, MigrationSeries.File place, List<Migration> known) {
    var text = text(draft, head, place.version(), plain);
    var migration = migration(draft, place.file(), place.version(), text, plain);
    var all = new ArrayList<>(known);
    all.add(migration);
    var down = migration.down();
    var files =
        new HashSet<>(
            down == null ? List.of(migration.file()) : List.of(migration.file(), down.file()));
    var findings =
        new Gate(project, new Migrations(all, List.of()), surroundings)
            .check(Scope.of(files))
            .findings();
    refuseNewer(findings, migration);
    return plain.ignoring(findings, migration, IGNORABLE);
  }

  /// The server of the proof may have what those lack that the files are for.
  private void refuseNewer(List<Finding> findings, Migration migration) {
    var failing =
        findings.stream()
            .filter(f ->
                f.severity() == Severity.ERROR
                    && f.rule().equals(WILL_FAIL)
                    && f.file().equals(migration.file()))
            .findFirst();
    var declared = project.ownership().map().databaseNamed(database);
    if (failing.isPresent()
        && declared.isPresent()
        && BuiltSide.of(scratch, "scratch").postgres() > declared.get().postgres()) {
      throw new NeedsNewerVersion(failing.get(), migration.up().script());
    }
  }

  private Migration migration(
      Draft draft, SourceFile file, Version version, String text, DraftStyle style) {
    var path = file.path();
    var slug = path.substring(path.lastIndexOf('/') + 1 + version.text().length() + 1);
    var down =
        hasLongText(draft.down())
            ? new Section(downOf(file), statements(draft.down(), "", style.down(), WAY_BACK))
            : Section.down(file, text).orElse(null);
    return new Migration(
        new MigrationName(
            database, draft.service(), version, slug.substring(0, slug.length() - ".sql".length())),
        file,
        Section.up(file, text),
        down,
        down != null && !hasLongText(draft.down()),
        false);
  }

  /// In a comment, a function's body is hard to read and to correct.
  private static boolean hasLongText(List<Closing> closings) {
    return closings.stream()
        .map(Closing::sql)
        .anyMatch(sql -> sql.contains("\n") && (sql.contains("$") || sql.contains("'")));
  }

  private MigrationSeries.File down(
      MigrationSeries.File up, Draft draft, DraftStyle style, boolean dryRun) {
    var name = downOf(up.file());
    var text = statements(draft.down(), "", style.down(), WAY_BACK);
    if (!dryRun) {
      try {
        Files.writeString(project.base().resolve(name.path()), text, StandardOpenOption.CREATE_NEW);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new MigrationSeries.File(up.version(), name, text);
  }

  private static SourceFile downOf(SourceFile up) {
    var path = up.path();
    return new SourceFile(path.substring(0, path.length() - ".sql".length()) + ".down.sql");
  }

  private String text(Draft draft, Head head, Version version, DraftStyle style) {
    var before = new StringBuilder();
    head.before().forEach(v -> before.append("-- deed: requires %s/%s\n".formatted(database, v)));
    return """
    -- Migration: %s
    -- Created: %s
    -- Version: %s
    -- deed: generated
    %s%s
    -- UP Migration
    %s%s%s\
    """
        .formatted(
            head.description(),
            head.now().truncatedTo(ChronoUnit.SECONDS),
            version,
            before,
            style.alone() ? "-- deed: transaction none\n" : "",
            statements(draft.up(), "", style.up(), reason),
            held(draft.held()),
            draft.down().isEmpty() || hasLongText(draft.down())
                ? ""
                : DOWN + statements(draft.down(), "-- ", style.down(), WAY_BACK));
  }

  /// @param ignored by index, the rules that are not applied to a statement
  private static String statements(
      List<Closing> closings,
      String prefix,
      SortedMap<Integer, SortedSet<String>> ignored,
      String reason) {
    var text = new StringBuilder();
    for (var i = 0; i < closings.size(); i++) {
      var closing = closings.get(i);
      var note = closing.note();
      if (note != null && prefix.isEmpty()) {
        text.append("-- ").append(note).append('\n');
      }
      for (var rule : ignored.getOrDefault(i, Collections.emptySortedSet())) {
        text.append("-- deed: ignore %s reason=\"%s\"\n".formatted(rule, reason));
      }
      (closing.sql().strip() + ";")
          .lines()
          .forEach(line -> text.append((prefix + line).stripTrailing()).append('\n'));
    }
    return text.toString();
  }

  /// Not SQL that runs, so that a person decides.
  private static String held(List<Closing> held) {
    if (held.isEmpty()) {
      return "";
    }
    var text = new StringBuilder("\n-- Left out. To include a statement, remove the dashes.\n");
    for (var closing : held) {
      var note = closing.note();
      text.append("-- -- %s%s\n".formatted(reason(closing), note == null ? "" : ": " + note));
      text.append(statements(List.of(closing), "-- ", Collections.emptySortedMap(), ""));
    }
    return text.toString();
  }

  /// @return a part of a sentence
  private static String reason(Closing closing) {
    return switch (closing.held()) {
      case NO -> "it is allowed";
      case LOSES_DATA -> "it loses data";
      case HURTS_RUNNING_CODE -> "it hurts running code";
      case NEEDS_SECRET -> "it needs a secret";
      case NEEDS_ANOTHER -> "it needs one of the other statements";
    };
  }

  /// The SQL that should close the differences does not run.
  static final class NotRun extends UserException {

    private static final long serialVersionUID = 1L;

    NotRun(ScratchFailed cause) {
      super(
          String.valueOf(cause.getMessage()),
          "this is a mistake of deed: please report it with both schemas; nothing was written",
          cause);
    }

    @Override
    public Outcome outcome() {
      return Outcome.STOPPED;
    }
  }
}
