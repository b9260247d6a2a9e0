package dev.deed.engine;

import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.script.Directive;
import dev.deed.sql.script.Script;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What must be true of migrations before any of them is run, apart from ownership: they can be
/// read, they have an order, and the engine can keep its promises about transactions.
public final class MigrationRules {

  static final RuleName DUPLICATE_VERSION = new RuleName("duplicate-version");
  static final RuleName EMPTY = new RuleName("empty-migration");
  static final RuleName UNKNOWN_CONTRACT = new RuleName("unknown-contract");
  static final RuleName UNKNOWN_REQUIREMENT = new RuleName("unknown-requirement");
  static final RuleName REQUIREMENT_CYCLE = new RuleName("requirement-cycle");

  static final RuleName MISSING_DOWN = new RuleName("missing-down");
  static final RuleName LIVE_DOWN = new RuleName("live-down");
  static final RuleName FUTURE_VERSION = new RuleName("future-version");
  public static final RuleName NOT_JUDGED = new RuleName("not-judged");
  public static final RuleName TOOL_FILES = new RuleName("tool-files");
  public static final RuleName DRAFT = new RuleName("draft-migration");

  /// An error where a protected environment is to get the migration.
  public static final RuleName UNREAD = new RuleName("unread-migration");

  public static final RuleName EDITED = new RuleName("edited-migration");
  public static final RuleName DELETED = new RuleName("deleted-migration");
  public static final RuleName RENAMED = new RuleName("renamed-migration");
  public static final RuleName SQUASH_DIFFERS = new RuleName("squash-differs");
  public static final RuleName OUT_OF_ORDER = new RuleName("out-of-order");

  /// Rules whose severity a project may set: the engine does not depend on them.
  public static final List<RuleName> CHANGEABLE =
      List.of(
          Headers.HEADER_DISAGREES,
          EMPTY,
          MISSING_DOWN,
          LIVE_DOWN,
          DRAFT,
          UNREAD,
          FUTURE_VERSION,
          NOT_JUDGED,
          TOOL_FILES,
          EDITED,
          DELETED,
          RENAMED,
          SQUASH_DIFFERS,
          OUT_OF_ORDER,
          Ignores.UNUSED,
          Ignores.EXPIRED);

  private final Migrations migrations;
  private final List<Finding> findings;
  private final Set<Requirement> known = new HashSet<>();

  private MigrationRules(Migrations migrations) {
    this.migrations = migrations;
    this.findings = new ArrayList<>(migrations.findings());
    migrations.all().forEach(migration -> known.add(migration.place()));
  }

  /// All findings, including those from reading the folder, in the order of the files.
  public static List<Finding> check(Migrations migrations) {
    var rules = new MigrationRules(migrations);
    rules.checkTogether();
    migrations.all().forEach(rules::checkContract);
    migrations.all().forEach(rules::checkFixes);
    rules.findings.addAll(ChangeoverCollisions.of(migrations));
    migrations.all().forEach(migration -> rules.findings.addAll(of(migration)));
    return List.copyOf(rules.findings);
  }

  /// Versions that would come after all later ones. The engine applies them all the same: a new
  /// database of a project that has such a version must not be locked out.
  public static List<Finding> farAhead(Migrations migrations, Instant now) {
    return migrations.all().stream()
        .filter(migration -> migration.version().isFarAhead(now))
        .map(migration ->
            Finding.error(
                FUTURE_VERSION,
                migration.file(),
                Span.NONE,
                "version %s is more than a year ahead: until then, every new migration would come before it"
                    .formatted(migration.version()),
                "rename the file to a version of today (deed new gives one); where it is applied already, set the rule's severity, or ignore it in the file: -- deed: ignore future-version reason=\"...\""))
        .toList();
  }

  /// Only how the files relate to each other, without reading their statements: fast for any
  /// number.
  static List<Finding> checkTogether(Migrations migrations) {
    var rules = new MigrationRules(migrations);
    rules.checkTogether();
    return List.copyOf(rules.findings);
  }

  public static Finding duplicate(Version version, SourceFile first, SourceFile second) {
    var message = "version " + version + " is already taken by " + first;
    var advice =
        "rename the one that is applied nowhere (deed status) to a version after the last one: git mv"
            + " %s %s".formatted(second, renamed(second, version));
    return Finding.error(DUPLICATE_VERSION, second, Span.NONE, message, advice);
  }

  /// The same file name with `NEW_VERSION` in place of the version.
  private static String renamed(SourceFile file, Version version) {
    var path = file.path();
    var at = path.indexOf(version.text(), path.lastIndexOf('/') + 1);
    return at < 0
        ? "NEW_VERSION_...sql"
        : path.substring(0, at) + "NEW_VERSION" + path.substring(at + version.text().length());
  }

  private void checkTogether() {
    checkDuplicates();
    migrations.all().forEach(this::checkReplaced);
    migrations.all().forEach(this::checkRequirements);
    checkCycles();
  }

  private void checkDuplicates() {
    Map<Requirement, SourceFile> seen = new HashMap<>();
    for (var migration : migrations.all()) {
      var first = seen.putIfAbsent(migration.place(), migration.file());
      if (first != null) {
        findings.add(duplicate(migration.version(), first, migration.file()));
        if (!migration.origin().isOfDeed()) {
          // A tool's names do not say which one is the newer.
          findings.add(duplicate(migration.version(), migration.file(), first));
        }
      }
    }
  }

  /// What is wrong with one migration by itself.
  static List<Finding> of(Migration migration) {
    var unread = migration.origin().unread();
    if (unread != null) {
      return List.of(
          Finding.error(
              NOT_JUDGED, migration.file(), Span.NONE, unread.message(), unread.advice()));
    }
    var up = migration.up().script();
    var findings = new ArrayList<Finding>();
    if (migration.origin().isOfDeed()) {
      findings.addAll(Headers.check(migration));
    }
    findings.addAll(migration.directives().findings());
    findings.addAll(ofScript(up, migration.runsAlone()));
    if (isEmpty(migration)) {
      findings.add(empty(migration));
    }
    var down = migration.down();
    if (down != null) {
      findings.addAll(ofScript(down.script(), migration.runsAlone()));
    }
    findings.addAll(ofHouse(migration));
    return findings;
  }

  /// Why the up cannot be applied although it could without its down; empty where there is no such
  /// error.
  public static List<Finding> ofDown(Migration migration) {
    if (migration.down() == null) {
      return List.of();
    }
    var ofUp = of(migration.withoutDown());
    return of(migration).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .filter(finding -> !ofUp.contains(finding))
        .toList();
  }

  /// A migration that runs, but should not be handed to others as it is.
  private static List<Finding> ofHouse(Migration migration) {
    var findings = new ArrayList<Finding>();
    if (!migration.hasDown()
        && isWithDown(migration.origin())
        && migration.irreversible().isEmpty()
        && !migration.up().script().statements().isEmpty()
        && !isEmpty(migration)) {
      findings.add(missingDown(migration));
    }
    var down = migration.down();
    if (down != null
        && migration.origin().isOfDeed()
        && down.file().equals(migration.file())
        && !migration.downCommented()
        && !down.script().statements().isEmpty()) {
      var message = "psql -f would run this down right after the up, and undo it";
      var advice = "begin each line of the down with `-- `: deed still reads it";
      var first = down.script().statements().getFirst().span();
      findings.add(warning(LIVE_DOWN, migration.file(), first, message, advice));
    }
    if (migration.isGenerated() && !migration.isDraft()) {
      findings.add(
          warning(
              UNREAD,
              migration.file(),
              spanOf(migration, "generated"),
              "this migration was generated and is marked as not yet read",
              "read it, correct what should be different, and remove the line: -- deed: generated"));
    }
    if (migration.isDraft()) {
      var message = "-- deed: draft marks this migration as a draft";
      var advice = "remove the line when it is ready, and keep it out of the branch until then";
      findings.add(Finding.error(DRAFT, migration.file(), Span.NONE, message, advice));
    } else if (migration.isMarkedDraft()) {
      var message = "the name of this file marks it as a draft";
      var advice = "rename it when it is ready, and keep it out of the branch until then";
      findings.add(Finding.error(DRAFT, migration.file(), Span.NONE, message, advice));
    }
    return findings;
  }

  /// Whether migrations of the tool have a down as a rule.
  private static boolean isWithDown(Origin origin) {
    return switch (origin.tool()) {
      case DEED, DBMATE, DIESEL, GOLANG_MIGRATE, GOOSE, SQITCH -> true;
      case ALEMBIC,
          DJANGO,
          DRIZZLE,
          FLYWAY,
          GRAPHILE_MIGRATE,
          KNEX,
          LIQUIBASE,
          NODE_PG_MIGRATE,
          PRISMA,
          RAILS,
          SQL,
          SQLX ->
          false;
    };
  }

  /// A down without a statement undoes nothing, so it is none.
  private static Finding missingDown(Migration migration) {
    var down = migration.down();
    var orIrreversible = ", or say why there is none: -- deed: irreversible \"<reason>\"";
    if (down == null) {
      return warning(
          MISSING_DOWN,
          migration.file(),
          Span.NONE,
          "this migration has no down: it cannot be rolled back",
          placeOfDown(migration) + orIrreversible);
    }
    return warning(
        MISSING_DOWN,
        down.file(),
        Span.NONE,
        "this down has no statement: there is nothing to undo the migration with",
        "write the SQL that undoes the up" + orIrreversible);
  }

  private static String placeOfDown(Migration migration) {
    var after = "write the down after a line `%s`";
    return switch (migration.origin().tool()) {
      case DBMATE -> after.formatted("-- migrate:down");
      case GOOSE -> after.formatted("-- +goose Down");
      case DIESEL ->
          "write the down in " + migration.file().path().replaceFirst("up\\.sql$", "down.sql");
      case SQITCH -> "write the down in the revert script of the same name";
      default ->
          migration.downFile().equals(migration.file())
              ? after.formatted("-- DOWN Migration (Rollback)")
              : "write the down in " + migration.downFile();
    };
  }

  private static Finding warning(
      RuleName rule, SourceFile file, Span span, String message, String advice) {
    return Finding.error(rule, file, span, message, advice).with(Severity.WARNING);
  }

  private static boolean isEmpty(Migration migration) {
    return MigrationBody.sendsNothing(migration.up().script());
  }

  private static Finding empty(Migration migration) {
    var advice = "write the statements, or delete the file";
    var message =
        migration.hasDown()
            ? "the up of this migration has no statement, and its down has some: apply would only record its version"
            : "this migration has no statement: apply would only record its version";
    return warning(EMPTY, migration.file(), Span.NONE, message, advice);
  }

  private static List<Finding> ofScript(Script script, boolean alone) {
    var findings = new ArrayList<>(script.problems());
    findings.addAll(MigrationBody.of(script, alone).findings());
    return findings;
  }

  private void checkRequirements(Migration migration) {
    for (var requirement : migration.requires()) {
      if (!known.contains(requirement)) {
        var message = "this requires " + requirement + ", but there is no such migration";
        var advice = "write the version as in the file's name, or remove the line";
        add(UNKNOWN_REQUIREMENT, migration.file(), spanOf(migration, requirement), message, advice);
      }
    }
  }

  /// Both would run in a new database.
  private void checkReplaced(Migration migration) {
    var database = migration.name().database();
    for (var replaced : migration.replaces()) {
      var old = migrations.find(database, replaced.version());
      if (old.isPresent() && !old.get().file().equals(migration.file())) {
        var message = "this replaces %s, which is still here".formatted(old.get().file());
        add(DUPLICATE_VERSION, migration.file(), Span.NONE, message, "delete one of the two files");
      }
    }
  }

  /// A squashed migration is still known by what replaces it.
  private void checkFixes(Migration migration) {
    var database = migration.name().database();
    for (var fixed : migration.notes().fixes()) {
      var isKnown =
          known.contains(new Requirement(database, fixed))
              || migrations.of(database).stream()
                  .anyMatch(other ->
                      other.replaces().stream().anyMatch(old -> old.version().equals(fixed)));
      if (!isKnown || fixed.compareTo(migration.version()) >= 0) {
        var message =
            isKnown
                ? "this fixes %s, which does not come before it".formatted(fixed)
                : "this fixes %s, but %s has no such migration".formatted(fixed, database);
        var advice = "write the version as in the file's name, or remove the line";
        add(
            UNKNOWN_REQUIREMENT,
            migration.file(),
            spanOf(migration, AuthorNotes.FIXES),
            message,
            advice);
      }
    }
  }

  private void checkContract(Migration migration) {
    var contract = migration.contract();
    if (contract.isEmpty()) {
      return;
    }
    var of = contract.get().of();
    var isKnown = known.contains(new Requirement(migration.name().database(), of));
    if (isKnown && of.compareTo(migration.version()) < 0) {
      return;
    }
    var message =
        isKnown
            ? "this contract waits for %s, which does not come before it".formatted(of)
            : "this contract waits for %s, but %s has no such migration"
                .formatted(of, migration.name().database());
    var advice =
        "give the version of the migration from which on the wait counts, as in its file's name";
    add(UNKNOWN_CONTRACT, migration.file(), spanOf(migration, ContractOrder.NAME), message, advice);
  }

  private static Span spanOf(Migration migration, String name) {
    return migration.up().script().directives().stream()
        .filter(directive -> directive.name().equals(name))
        .map(Directive::span)
        .findFirst()
        .orElse(Span.NONE);
  }

  private void checkCycles() {
    var stuck = MigrationOrder.of(migrations).stuck();
    if (stuck.isEmpty()) {
      return;
    }
    var names =
        String.join(", ", stuck.stream().map(migration -> migration.file().path()).toList());
    for (var migration : stuck) {
      for (var requirement : migration.requires()) {
        var message = "circular requires between: " + names;
        var advice = "remove one of the requires lines; the order within a service counts, too";
        add(REQUIREMENT_CYCLE, migration.file(), spanOf(migration, requirement), message, advice);
      }
    }
  }

  private static Span spanOf(Migration migration, Requirement requirement) {
    return migration.up().script().directives().stream()
        .filter(directive -> directive.name().equals("requires"))
        .filter(directive -> directive.arguments().endsWith("/" + requirement.version().text()))
        .map(Directive::span)
        .findFirst()
        .orElse(Span.NONE);
  }

  private void add(RuleName rule, SourceFile file, Span span, String message, String advice) {
    findings.add(Finding.error(rule, file, span, message, advice));
  }
}
