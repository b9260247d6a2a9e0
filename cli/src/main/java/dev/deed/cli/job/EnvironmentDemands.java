package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.Box;
import dev.deed.engine.Direction;
import dev.deed.engine.Migration;
import dev.deed.engine.Migrations;
import dev.deed.engine.Plan;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.evidence.Evidence;
import dev.deed.engine.evidence.Evidence.Kind;
import dev.deed.engine.evidence.EvidenceBook.Question;
import dev.deed.engine.evidence.EvidenceBook.Standing;
import dev.deed.ownership.Demand;
import dev.deed.ownership.Demand.Danger;
import dev.deed.ownership.Demand.Need;
import dev.deed.ownership.Environment;
import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// What an environment asks for before migrations are applied there, and which of it is missing.
/// Nothing by default; but in a protected one, what loses rows needs a way back.
final class EnvironmentDemands {

  static final RuleName MISSING = new RuleName("not-ready");
  static final RuleName NO_WAY_BACK = new RuleName("no-way-back");

  static final Set<RuleName> RULES = Set.of(MISSING, NO_WAY_BACK);

  private final Project project;
  private final Migrations migrations;
  private final Surroundings surroundings;
  private final Environment environment;
  private final EvidenceBooks books;

  EnvironmentDemands(
      Project project, Migrations migrations, Surroundings surroundings, Environment environment) {
    this.project = project;
    this.migrations = migrations;
    this.surroundings = surroundings;
    this.environment = environment;
    var targets = Targets.of(project, environment.name().text(), surroundings);
    this.books =
        new EvidenceBooks(
            new EvidencePlaces(project, surroundings, targets), migrations, surroundings.clock());
  }

  /// What is missing of all that is to be applied together.
  List<Finding> missing(List<PlanResult> results) {
    var findings = new ArrayList<Finding>();
    if (environment.policies().requires().isEmpty() && !environment.isProtected()) {
      return findings;
    }
    for (var result : results) {
      var plan = result.plan();
      if (plan != null && plan.moves().stream().anyMatch(m -> m.direction() == Direction.UP)) {
        findings.addAll(missing(plan, result));
      }
    }
    return findings;
  }

  /// One line for `status`; empty where nothing is required, or nothing is pending.
  String summary(Targets targets, PlanResult result) {
    var plan = result.plan();
    if (plan == null || plan.moves().isEmpty()) {
      return "";
    }
    var lacking =
        missing(List.of(result)).stream()
            .map(finding -> finding.file().toString())
            .distinct()
            .toList();
    var required = EvidenceCheckup.required(targets);
    if (lacking.isEmpty()) {
      return required.isEmpty()
          ? ""
          : "%s %s: nothing is missing".formatted(environment.name(), required);
    }
    return "%s %s, which %s: deed checklist --env %s"
        .formatted(
            environment.name(),
            required.isEmpty() ? "is protected and asks for a way back" : required,
            lacking.size() == 1
                ? lacking.getFirst() + " lacks"
                : "%d pending migrations lack".formatted(lacking.size()),
            environment.name());
  }

  private List<Finding> missing(Plan plan, PlanResult result) {
    var database = project.ownership().map().databaseNamed(plan.database()).orElseThrow();
    var findings = new ArrayList<Finding>();
    MigrationDanger.of(database, plan, result.history())
        .forEach((move, danger) -> {
          if (move.direction() == Direction.UP) {
            migrations
                .find(plan.database(), move.name().version())
                .ifPresent(migration -> findings.addAll(missing(migration, move, danger)));
          }
        });
    return findings;
  }

  private List<Finding> missing(
      Migration migration, PlannedMigration move, MigrationDanger danger) {
    var findings = new ArrayList<Finding>();
    for (var demand : environment.policies().requires()) {
      if (isAsked(demand, danger)) {
        var open = open(demand, migration, danger);
        if (!open.isEmpty()) {
          findings.add(
              Finding.error(
                  MISSING,
                  move.place(),
                  danger.place(),
                  "%s requires %s of %s, and %s"
                      .formatted(
                          environment.name(), noun(demand.need()), subject(demand.from()), open),
                  new DemandAdvice(project, environment, migration).of(demand.need())));
        }
      }
    }
    if (findings.isEmpty() && needsWayBack(danger) && !hasWayBack(migration, danger)) {
      findings.add(
          Finding.error(
              NO_WAY_BACK,
              move.place(),
              danger.place(),
              "%s is protected, and nothing brings back what this migration may lose: %s"
                  .formatted(environment.name(), danger.why()),
              new DemandAdvice(project, environment, migration).wayBack()));
    }
    return findings;
  }

  static boolean isAsked(Demand demand, MigrationDanger danger) {
    return danger.level().compareTo(demand.from()) >= 0;
  }

  private boolean needsWayBack(MigrationDanger danger) {
    return environment.isProtected() && danger.level() == Danger.LOSES;
  }

  boolean hasWayBack(Migration migration, MigrationDanger danger) {
    if (migration.hasDown()) {
      return true;
    }
    var book = books.of(migration.name().database()).book();
    var subject = Evidence.Subject.of(migration);
    var backup = book.standing(subject, question(Kind.BACKUP, false, List.of()));
    return (backup instanceof Standing.Good(var evidence) && danger.lackOf(evidence).isEmpty())
        || book.standing(
                subject,
                question(
                    Kind.ACKNOWLEDGED, true, List.of(Box.ACKNOWLEDGED.word(), Box.WAY_BACK.word())))
            instanceof Standing.Good;
  }

  private Question question(Kind kind, boolean isOfDown, List<String> boxes) {
    return new Question(kind, isOfDown, environment.name(), boxes, null);
  }

  /// @return why it is missing; empty where it is not
  String open(Demand demand, Migration migration, MigrationDanger danger) {
    return switch (demand.need()) {
      case WINDOW -> window();
      case REVIEWED -> review(demand, migration);
      case DOWN_TESTED -> migration.hasDown() ? kept(demand, migration) : noDown(demand, migration);
      case BACKUP -> backup(demand, migration, danger);
      case REHEARSED, ACKNOWLEDGED -> kept(demand, migration);
    };
  }

  private String backup(Demand demand, Migration migration, MigrationDanger danger) {
    var question = DemandAdvice.question(demand, environment);
    var standing =
        books
            .of(migration.name().database())
            .book()
            .standing(Evidence.Subject.of(migration), question);
    return standing instanceof Standing.Good(var evidence)
        ? danger.lackOf(evidence)
        : kept(demand, migration);
  }

  String window() {
    var now = surroundings.clock().instant();
    var policies = environment.policies();
    if (policies.isOpen(now)) {
      return "";
    }
    var next =
        policies.windows().stream()
            .map(window -> window.next(now))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return "none is open: the next one opens at %s (%s)"
        .formatted(
            next, String.join("; ", policies.windows().stream().map(Object::toString).toList()));
  }

  private String review(Demand demand, Migration migration) {
    var review = new Reviews(project, surroundings).of(migration);
    if (review.isDone()) {
      return "";
    }
    var open = kept(demand, migration);
    return open.isEmpty() ? "" : review.why() + ", and " + open;
  }

  private String noDown(Demand demand, Migration migration) {
    if (migration.irreversible().isEmpty()) {
      return "it has none";
    }
    var question =
        new Question(
            Kind.ACKNOWLEDGED,
            true,
            environment.name(),
            List.of(Need.DOWN_TESTED.word()),
            demand.within());
    return books
                .of(migration.name().database())
                .book()
                .standing(Evidence.Subject.of(migration), question)
            instanceof Standing.Good
        ? ""
        : "it has none on purpose, which is not acknowledged";
  }

  private String kept(Demand demand, Migration migration) {
    var evidence = books.of(migration.name().database());
    if (!evidence.trouble().isEmpty()) {
      return "%s could not be read: %s".formatted(evidence.store(), evidence.trouble());
    }
    var standing =
        evidence
            .book()
            .standing(Evidence.Subject.of(migration), DemandAdvice.question(demand, environment));
    var words = DemandAdvice.words(demand, standing, evidence.store());
    var damages = evidence.book().found().damages();
    return words.isEmpty() || damages.isEmpty()
        ? words
        : "%s (not read: %s)".formatted(words, String.join("; ", damages));
  }

  EvidenceBooks books() {
    return books;
  }

  private static String noun(Need need) {
    return switch (need) {
      case REHEARSED -> "a rehearsal";
      case DOWN_TESTED -> "a tried down";
      case BACKUP -> "a backup before the run";
      case ACKNOWLEDGED -> "an acknowledgement";
      case REVIEWED -> "a review";
      case WINDOW -> "an open maintenance window";
    };
  }

  private static String subject(Danger from) {
    return switch (from) {
      case ANY -> "each migration";
      case BLOCKS -> "a migration that makes other sessions wait";
      case BREAKS -> "a migration that breaks running code";
      case LOSES -> "a migration that may lose rows";
    };
  }
}
