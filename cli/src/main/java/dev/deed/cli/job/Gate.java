package dev.deed.cli.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.cli.host.Background;
import dev.deed.cli.host.Cache;
import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.Sources;
import dev.deed.cli.report.Verdict;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.Ignores;
import dev.deed.engine.MergeBase;
import dev.deed.engine.Migration;
import dev.deed.engine.MigrationRules;
import dev.deed.engine.Migrations;
import dev.deed.engine.Origin;
import dev.deed.engine.Version;
import dev.deed.engine.file.EditedMigrations;
import dev.deed.engine.file.InOrder;
import dev.deed.lint.rule.LintSettings;
import dev.deed.ownership.Environment;
import dev.deed.ownership.check.OwnershipCheck;
import dev.deed.ownership.file.OwnershipFile;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.script.Script;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The one question that `check`, `plan`, `sql`, `apply`, `stamp` and `exec` ask before SQL goes
/// anywhere: may these migrations run? It is answered by one reading of all migrations, with the
/// ownership file's search path, versions of PostgreSQL and weights of rules.
final class Gate {

  private static final Comparator<Finding> IN_ORDER_OF_TEXT =
      Comparator.comparing((Finding f) -> f.file().path())
          .thenComparing(f -> f.span().start())
          .thenComparing(f -> f.rule().text())
          .thenComparing(Finding::message);

  private static final RuleName WILL_FAIL = new RuleName("will-fail");

  private final Project project;
  private final Migrations migrations;
  private final Surroundings surroundings;
  private final LocalDate today;

  Gate(Project project, Migrations migrations, Surroundings surroundings) {
    this.project = project;
    this.migrations = migrations;
    this.surroundings = surroundings;
    this.today = LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC);
  }

  /// What is to be said of the migrations in a scope, without what was recorded as known.
  FindingReport.Checked check(Scope scope) {
    var looked = migrations.all().stream().filter(scope::has).toList();
    var files = files(looked).stream().filter(scope::has).toList();
    var left = left(scope);
    return new FindingReport.Checked(
        counted(looked), left.known(), files, left.findings(), sources(left.findings()));
  }

  /// Without what is only looked at, such as the `current.sql` of Graphile Migrate.
  private static int counted(List<Migration> migrations) {
    return (int) migrations.stream().map(Migration::origin).filter(Gate::isCounted).count();
  }

  private static boolean isCounted(Origin origin) {
    return origin.kind() != Origin.Kind.ASIDE || origin.isSchema();
  }

  /// A table that is new in this change is in use after it: an ignore and a recorded finding are
  /// without a purpose only where they also are with each migration looked at alone.
  private KnownFindings.Left left(Scope scope) {
    var known = KnownFindings.read(project);
    var left = known.without(findings(scope), scope);
    if (!scope.oneChange() || left.findings().stream().noneMatch(Gate::isWithoutPurpose)) {
      return left;
    }
    var alone = scope.oneByOne();
    var also = Set.copyOf(known.without(findings(alone), alone).findings());
    var findings = new ArrayList<>(left.findings());
    findings.removeIf(finding -> isWithoutPurpose(finding) && !also.contains(finding));
    return new KnownFindings.Left(findings, left.known());
  }

  private static boolean isWithoutPurpose(Finding finding) {
    return finding.rule().equals(Ignores.UNUSED) || finding.rule().equals(KnownFindings.STALE);
  }

  /// What is to be said of all migrations; it passes from now on.
  FindingReport.Checked record() {
    var left = KnownFindings.record(project, findings(Scope.ALL));
    return new FindingReport.Checked(
        counted(migrations.all()),
        left.known(),
        List.of(),
        left.findings(),
        sources(left.findings()));
  }

  /// What is to be said of plans that are to be carried out together. An answer without an error is
  /// remembered: the next one to the same files is not read for again.
  ///
  /// @param environment null where none is asked
  /// @param live asked where something is said to be missing
  GateAnswer answer(List<PlanResult> results, @Nullable Environment environment, LiveNames live) {
    var pending = new LinkedHashSet<SourceFile>();
    results.stream()
        .map(PlanResult::plan)
        .filter(Objects::nonNull)
        .flatMap(plan -> plan.moves().stream())
        .forEach(move -> pending.add(move.file()));
    var isLenient = isLenient(environment);
    var memory = new Cache(surroundings).answersOf(project.base());
    var key = GateKey.of(project, migrations, today, results);
    var drafts = drafts(pending, environment);
    if (pending.isEmpty() || (drafts.isEmpty() && memory.has(key))) {
      var nothing = new FindingReport.Checked(0, 0, List.of(), List.of(), sources(List.of()));
      return new GateAnswer(pending, nothing, isLenient, false);
    }
    var scope = Scope.pending(pending, applied(results));
    var answer =
        new GateAnswer(
            pending, strict(environment, checked(scope, results), drafts), isLenient, false);
    if (answer.says(WILL_FAIL)) {
      // What no migration has made may be there all the same: the databases decide.
      var there = scope.withLive(live.of(databases(results)));
      return new GateAnswer(
          pending, strict(environment, checked(there, results), drafts), isLenient, false);
    }
    // Another environment may be stricter.
    var isWell =
        answer.checked().verdict() == Verdict.YES
            && !answer.says(MigrationRules.UNREAD)
            && drafts.isEmpty();
    if (isWell && key.equals(GateKey.of(project, migrations, today, results))) {
      memory.keep(key);
    }
    return answer;
  }

  /// The pending drafts, where an environment is asked.
  private List<Migration> drafts(Set<SourceFile> pending, @Nullable Environment environment) {
    return environment == null
        ? List.of()
        : migrations.all().stream()
            .filter(migration -> pending.contains(migration.file()) && migration.isMarkedDraft())
            .toList();
  }

  /// A draft goes into disposable environments only, whatever the rule's level is and whatever was
  /// recorded as known.
  private static FindingReport.Checked ofDrafts(
      Environment environment, FindingReport.Checked checked, List<Migration> drafts) {
    if (drafts.isEmpty()) {
      return checked;
    }
    var findings = new ArrayList<>(checked.findings());
    findings.removeIf(finding -> finding.rule().equals(MigrationRules.DRAFT));
    for (var draft : drafts) {
      var found =
          Finding.error(
              MigrationRules.DRAFT,
              draft.file(),
              Span.NONE,
              "this migration is a draft, and %s is %sdisposable"
                  .formatted(environment.name(), environment.disposable() ? "" : "not "),
              "when it is ready, remove the line -- deed: draft, or draft_ and wip_ from the file's name");
      findings.add(environment.disposable() ? found.with(Severity.WARNING) : found);
    }
    findings.sort(IN_ORDER_OF_TEXT);
    return new FindingReport.Checked(
        checked.migrations(), checked.known(), checked.files(), findings, checked.sources());
  }

  /// The same of plans that are to be applied: what the environment asks for besides is looked at
  /// each time.
  GateAnswer answerToApply(
      List<PlanResult> results, @Nullable Environment environment, LiveNames live) {
    var answer = answer(results, environment, live);
    if (environment == null || answer.pending().isEmpty()) {
      return answer;
    }
    var missing =
        new EnvironmentDemands(project, migrations, surroundings, environment).missing(results);
    if (missing.isEmpty()) {
      return answer;
    }
    var checked = answer.checked();
    var findings = new ArrayList<>(checked.findings());
    findings.addAll(missing);
    findings.sort(IN_ORDER_OF_TEXT);
    return new GateAnswer(
        answer.pending(),
        new FindingReport.Checked(
            Math.max(checked.migrations(), answer.pending().size()),
            checked.known(),
            checked.files(),
            findings,
            sources(findings)),
        answer.isLenient(),
        false);
  }

  /// What a program has written, a person reads before it goes into a protected environment.
  private static FindingReport.Checked strict(
      @Nullable Environment environment, FindingReport.Checked looked, List<Migration> drafts) {
    if (environment == null) {
      return looked;
    }
    var checked = ofDrafts(environment, looked, drafts);
    if (!environment.isProtected()) {
      return checked;
    }
    var findings =
        checked.findings().stream()
            .map(finding ->
                finding.rule().equals(MigrationRules.UNREAD)
                    ? finding.with(Severity.ERROR)
                    : finding)
            .toList();
    return new FindingReport.Checked(
        checked.migrations(), checked.known(), checked.files(), findings, checked.sources());
  }

  private static Set<DatabaseName> databases(List<PlanResult> results) {
    return results.stream()
        .filter(result -> result.plan() != null)
        .map(result -> result.premise().database())
        .collect(Collectors.toSet());
  }

  private boolean isLenient(@Nullable Environment environment) {
    return isLenient(project, environment);
  }

  /// Errors stop nothing.
  static boolean isLenient(Project project, @Nullable Environment environment) {
    return environment != null
        && environment.disposable()
        && project.ownership().policies().gateInDisposable() == Severity.WARNING;
  }

  /// A way back stays open where the linter objects, for it may be needed at once; what another
  /// service owns, it does not touch without that owner either.
  ///
  /// @param live asked where a down names what is said to be gone
  GateAnswer answerToRollback(
      PlanResult result, @Nullable Environment environment, LiveNames live) {
    var downs = new RollbackCheck(project, migrations, result, today);
    var left = KnownFindings.read(project).without(downs.findings(), Scope.pending(Set.of()));
    var findings =
        Stream.concat(left.findings().stream(), downs.ofColumns(live).stream())
            .sorted(IN_ORDER_OF_TEXT)
            .toList();
    var checked =
        new FindingReport.Checked(
            downs.files().size(),
            left.known(),
            List.copyOf(downs.files()),
            findings,
            new Sources(downs.texts(), project.base()));
    return new GateAnswer(downs.files(), checked, isLenient(environment), true);
  }

  /// What all of the plan's databases of one name have.
  private static Map<DatabaseName, Set<Version>> applied(List<PlanResult> results) {
    var applied = new LinkedHashMap<DatabaseName, Set<Version>>();
    for (var result : results) {
      var done =
          result.history().rows().stream()
              .filter(HistoryRow::isDone)
              .map(HistoryRow::version)
              .collect(Collectors.toSet());
      applied.merge(
          result.premise().database(),
          done,
          (one, other) -> {
            one.retainAll(other);
            return one;
          });
    }
    return applied;
  }

  private FindingReport.Checked checked(Scope scope, List<PlanResult> results) {
    var checked = check(scope);
    var findings = new ArrayList<>(checked.findings());
    for (var result : results) {
      project
          .ownership()
          .map()
          .databaseNamed(result.premise().database())
          .map(database -> new LeftOutMigrations(migrations, database, result).findings())
          .ifPresent(findings::addAll);
    }
    findings.sort(IN_ORDER_OF_TEXT);
    return new FindingReport.Checked(
        checked.migrations(), checked.known(), checked.files(), findings, sources(findings));
  }

  private List<Finding> findings(Scope scope) {
    // Each of the questions below reads the statements of all, one file after the other.
    InOrder.onAllCores().each(migrations.all(), MigrationReplay::parsed, _ -> {});
    var found = new ArrayList<>(MigrationRules.check(migrations));
    found.addAll(MigrationRules.farAhead(migrations, surroundings.clock().instant()));
    for (var database : project.ownership().map().databases()) {
      var all = scope.inOrder(database.name(), migrations.of(database.name()));
      found.addAll(new UnknownBase(all, database).findings());
    }
    if (scope.base() != null) {
      found.addAll(
          EditedMigrations.check(
              project.layout(), migrations, scope.base(), project.ownership().map()::searchPath));
      found.addAll(ofOwnershipFile(scope.base()));
      found.addAll(KnownFindings.read(project).added(scope.base(), OwnerConsent.RULES));
      found.addAll(state().authors(scope.base()));
    }
    if (scope.concerns(project.ownership().file()) || scope.base() != null) {
      found.addAll(state().teams());
      found.addAll(state().scopes());
    }
    return judged(scope, found);
  }

  private OwnershipState state() {
    return new OwnershipState(project, migrations, surroundings);
  }

  /// Nothing where the file itself is new: then all of it is.
  private List<Finding> ofOwnershipFile(MergeBase base) {
    var file = project.ownership().file();
    var changed = base.changed().stream().filter(before -> before.path().equals(file)).findFirst();
    if (changed.isEmpty()) {
      return List.of();
    }
    var before = OwnershipFile.of(file, changed.get().text().getBytes(UTF_8)).on(today);
    if (Project.has(Severity.ERROR, before.problems())) {
      return List.of(
          Finding.error(
                  OwnershipChange.GIVEN,
                  file,
                  Span.NONE,
                  "the ownership file of %s cannot be read, so what this change gives and takes is not known"
                      .formatted(base.name()),
                  "read the whole file in the review")
              .with(Severity.WARNING));
    }
    return OwnershipChange.between(before, project.ownership(), tables());
  }

  private Map<DatabaseName, Set<QualifiedName>> tables() {
    var tables = new LinkedHashMap<DatabaseName, Set<QualifiedName>>();
    for (var database : project.ownership().map().databases()) {
      var names = new TreeSet<QualifiedName>();
      MigrationReplay.of(migrations, project.ownership().map(), database).schema().names().stream()
          .filter(object -> object.kind() == ObjectKind.TABLE)
          .forEach(object -> names.add(object.name()));
      tables.put(database.name(), names);
    }
    return tables;
  }

  /// With what the statements are found to do, weighed and silenced as the files say.
  ///
  /// @param found by other means
  List<Finding> judged(Scope scope, List<Finding> found) {
    var levels = new RuleLevels(project.ownership());
    var all = new ArrayList<>(found);
    var consent = new OwnerConsent(project.ownership().map(), migrations);
    all.addAll(consent.without(levels.apply(ofStatements(scope, levels))));
    all.addAll(consent.unused());
    var scripts = scripts(migrations.all().stream().filter(scope::has).toList());
    var ignores = Ignores.of(scripts, RuleLevels.CHANGEABLE, today, consent::refusal);
    var heard = ignores.apply(levels.apply(all.stream().distinct().toList()));
    var told = new ArrayList<>(levels.apply(project.ownership().problems()));
    told.addAll(levels.mistakes());
    told.addAll(levels.apply(heard));
    var printed = printed();
    return told.stream()
        .filter(finding -> isShown(finding, scope, printed))
        .distinct()
        .sorted(IN_ORDER_OF_TEXT)
        .toList();
  }

  /// The migrations whose SQL another tool has printed, by the file that has it.
  private Map<SourceFile, List<Migration>> printed() {
    return migrations.all().stream()
        .filter(migration -> !migration.up().file().equals(migration.file()))
        .collect(Collectors.groupingBy(migration -> migration.up().file()));
  }

  private boolean isShown(Finding finding, Scope scope, Map<SourceFile, List<Migration>> printed) {
    var ofFile = printed.get(finding.file());
    if (ofFile != null) {
      return ofFile.stream()
          .anyMatch(migration -> scope.has(migration) && migration.isAt(finding.span()));
    }
    var ofProject =
        finding.file().equals(project.ownership().file())
            || finding.file().equals(KnownFindings.SOURCE);
    return scope.concerns(finding.file()) || (ofProject && scope.base() != null);
  }

  /// Of ups and downs. They are not read for it: that is done on all cores.
  private static Set<SourceFile> files(List<Migration> migrations) {
    var files = new LinkedHashSet<SourceFile>();
    for (var migration : migrations) {
      files.add(migration.up().file());
      var down = migration.down();
      if (down != null) {
        files.add(down.file());
      }
    }
    return files;
  }

  private static List<Script> scripts(List<Migration> migrations) {
    var scripts = new ArrayList<Script>();
    for (var migration : migrations) {
      scripts.add(migration.up().script());
      var down = migration.down();
      if (down != null) {
        scripts.add(down.script());
      }
    }
    return scripts;
  }

  private List<Finding> ofStatements(Scope scope, RuleLevels levels) {
    var map = project.ownership().map();
    var replays = replays(scope, levels);
    var owners =
        replays.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().owners()));
    var check = new OwnershipCheck(map, owners);
    var findings = new ArrayList<Finding>();
    for (var database : map.databases()) {
      var replay = Objects.requireNonNull(replays.get(database.name()));
      findings.addAll(check.check(database.name(), replay.judged()));
      findings.addAll(ofLint(replay));
    }
    findings.addAll(state().unowned(replays));
    return findings;
  }

  /// Of all databases at once: the statements of one are read in order, by one core.
  private Map<DatabaseName, MigrationReplay> replays(Scope scope, RuleLevels levels) {
    var map = project.ownership().map();
    var readings = new LinkedHashMap<DatabaseName, Background<MigrationReplay>>();
    for (var database : map.databases()) {
      var linting =
          new LintSettings(database.postgres(), true, scope.oneChange(), levels.levels())
              .declared(database.isPostgresDeclared());
      readings.put(
          database.name(),
          Background.making(() -> MigrationReplay.of(migrations, map, database, linting, scope)));
    }
    var replays = new LinkedHashMap<DatabaseName, MigrationReplay>();
    readings.forEach((name, reading) -> replays.put(name, reading.get()));
    return replays;
  }

  private static List<Finding> ofLint(MigrationReplay replay) {
    var subjects = new FindingOwners(replay);
    return replay.remarks().stream().map(subjects::of).toList();
  }

  private Sources sources(List<Finding> findings) {
    Map<SourceFile, String> texts =
        findings.stream()
            .map(Finding::file)
            .distinct()
            .collect(Collectors.toMap(file -> file, project::textOf));
    return new Sources(texts, project.base());
  }
}
