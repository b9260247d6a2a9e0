package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.Box;
import dev.deed.cli.report.EvidenceReport.Answer;
import dev.deed.cli.report.EvidenceReport.State;
import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.Migration;
import dev.deed.engine.ReplacedMigrations;
import dev.deed.engine.evidence.Evidence;
import dev.deed.engine.evidence.Evidence.Kind;
import dev.deed.engine.evidence.EvidenceBook.Question;
import dev.deed.engine.evidence.EvidenceBook.Standing;
import dev.deed.ownership.Demand;
import dev.deed.ownership.Demand.Danger;
import dev.deed.ownership.Demand.Need;
import dev.deed.ownership.Environment;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Answers the boxes of one migration: by what is known where a machine can, else by what a person
/// has said. What the environment requires as evidence, no person's word replaces.
final class ChecklistAnswers {

  private static final Set<Box> OF_MACHINES =
      EnumSet.of(Box.CHECKED, Box.REHEARSED, Box.TRACKED, Box.WINDOW, Box.ACKNOWLEDGED);

  private final Project project;
  private final Surroundings surroundings;
  private final ChecklistCase facts;
  private final EvidenceBooks.Kept kept;
  private final @Nullable EnvironmentDemands demands;
  private final List<Answer> answers = new ArrayList<>();

  /// @param kept evidence about the database
  /// @param demands of the environment; null where none is asked
  ChecklistAnswers(
      Project project,
      Surroundings surroundings,
      ChecklistCase facts,
      EvidenceBooks.Kept kept,
      @Nullable EnvironmentDemands demands) {
    this.project = project;
    this.surroundings = surroundings;
    this.facts = facts;
    this.kept = kept;
    this.demands = demands;
  }

  List<Answer> all() {
    checked();
    elsewhere();
    rehearsed();
    rollback();
    downTested();
    wayBack();
    tracked();
    dangers();
    backup();
    window();
    reviewed();
    acknowledged();
    return answers.stream().sorted(Comparator.comparing(Answer::box)).toList();
  }

  private void dangers() {
    new DangerAnswers(project, facts, standing(Kind.REHEARSED, false)).all().forEach(this::add);
  }

  private void checked() {
    var errors =
        facts.findings().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .map(Finding::rule)
            .distinct()
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    add(
        new Answer(
            Box.CHECKED,
            errors.isEmpty() ? State.YES : State.NO,
            true,
            errors.isEmpty() ? "no errors" : "errors: " + errors,
            "deed check " + migration().file()));
  }

  /// Where one environment must have it first, apply asks for it.
  private void elsewhere() {
    var elsewhere = facts.elsewhere();
    if (elsewhere == null) {
      add(
          open(
              Box.TESTED,
              environment() == null
                  ? "no environment is named, so none that comes before it is known"
                  : "no environment comes before %s (promote_from)"
                      .formatted(environment().name())));
      return;
    }
    var name = elsewhere.environment();
    var command = "deed apply --env " + name;
    if (elsewhere.history() == null) {
      add(
          new Answer(
              Box.TESTED,
              State.UNKNOWN,
              true,
              "%s could not be read: %s".formatted(name, elsewhere.trouble()),
              command));
      return;
    }
    var row = row(elsewhere.history());
    var isThere = isApplied(elsewhere.history());
    add(
        new Answer(
            Box.TESTED,
            isThere ? State.YES : State.NO,
            true,
            isThere
                ? "applied in %s%s with the same text"
                    .formatted(name, row.map(found -> " at " + found.attempt().at()).orElse(""))
                : "%s in %s"
                    .formatted(
                        row.isEmpty()
                            ? "not applied"
                            : "applied with another text, or only stamped",
                        name),
            command));
  }

  /// With the same text, or as those that a squash has replaced; a stamp shows nothing.
  private boolean isApplied(History history) {
    var own =
        row(history)
            .filter(HistoryRow::isDone)
            .filter(found -> found.stored().checksum().equals(migration().checksum()));
    var rows =
        own.isPresent()
            ? List.of(own.get())
            : new ReplacedMigrations(migration().name().service(), migration().replaces())
                .complete(history);
    return !rows.isEmpty()
        && rows.stream().noneMatch(found -> found.state() == HistoryRow.State.STAMPED);
  }

  private void rehearsed() {
    var demand = demand(Need.REHEARSED);
    var open = openEvidence(demand.orElse(any(Need.REHEARSED)));
    add(
        new Answer(
            Box.REHEARSED,
            open.isEmpty() ? State.YES : isUnknown() ? State.UNKNOWN : State.NO,
            demand.isPresent(),
            open.isEmpty() ? words(standing(Kind.REHEARSED, false)) : open,
            rehearse()));
  }

  private void rollback() {
    var reason = migration().irreversible();
    var state = migration().hasDown() || reason.isPresent() ? State.YES : State.NO;
    add(
        new Answer(
            Box.ROLLBACK,
            state,
            false,
            migration().hasDown()
                ? "its down is in " + migration().downFile()
                : reason.map("irreversible: "::concat).orElse("it has no down"),
            "write its down, or -- deed: irreversible \"why\""));
  }

  private void downTested() {
    var demand = demand(Need.DOWN_TESTED);
    if (!migration().hasDown()) {
      var state = migration().irreversible().isPresent() ? State.OPEN : State.NO;
      add(
          new Answer(
              Box.DOWN_TESTED,
              demand.isPresent() ? state : State.NOT_NEEDED,
              demand.isPresent(),
              migration().irreversible().isPresent()
                  ? "it has no down on purpose"
                  : "it has no down",
              acknowledge(Box.DOWN_TESTED)));
      return;
    }
    var open = openEvidence(demand.orElse(any(Need.DOWN_TESTED)));
    add(
        new Answer(
            Box.DOWN_TESTED,
            open.isEmpty() ? State.YES : isUnknown() ? State.UNKNOWN : State.NO,
            demand.isPresent(),
            open.isEmpty() ? words(standing(Kind.DOWN_TESTED, true)) : open,
            rehearse()));
  }

  private void wayBack() {
    var danger = facts.danger();
    var environment = environment();
    var isRequired =
        environment != null
            && environment.isProtected()
            && danger != null
            && danger.level() == Danger.LOSES;
    if (danger == null) {
      add(facts.unknown(Box.WAY_BACK));
    } else if (danger.level() != Danger.LOSES) {
      add(new Answer(Box.WAY_BACK, State.NOT_NEEDED, false, "it loses no rows", ""));
    } else if (migration().hasDown()) {
      add(
          new Answer(
              Box.WAY_BACK,
              State.YES,
              isRequired,
              "its down is kept when it is applied; rows come back only from a backup",
              ""));
    } else {
      var hasWay = demands != null && demands.hasWayBack(migration(), danger);
      add(
          new Answer(
              Box.WAY_BACK,
              hasWay ? State.YES : State.NO,
              isRequired,
              hasWay ? "a backup or a person's word is recorded" : danger.why(),
              environment == null ? "" : advice(environment).wayBack()));
    }
  }

  private void tracked() {
    var history = facts.live().history();
    var row = history == null ? Optional.<HistoryRow>empty() : row(history);
    if (row.isPresent() && row.get().isDone()) {
      var isSame = row.get().stored().checksum().equals(migration().checksum());
      add(
          new Answer(
              Box.TRACKED,
              isSame ? State.YES : State.NO,
              false,
              "%s at %s by %s%s"
                  .formatted(
                      row.get().state() == HistoryRow.State.STAMPED ? "stamped" : "applied",
                      row.get().attempt().at(),
                      row.get().attempt().who(),
                      isSame ? "" : ", with another text"),
              "deed status --env " + String.valueOf(environmentName())));
      return;
    }
    add(
        new Answer(
            Box.TRACKED,
            State.YES,
            false,
            row.isPresent()
                ? "deed.migration says: " + row.get().state().name().toLowerCase(Locale.ROOT)
                : "deed apply records it in deed.migration, together with its change",
            ""));
  }

  private void backup() {
    var demand = demand(Need.BACKUP);
    var danger = facts.danger();
    if (demand.isEmpty() && danger != null && danger.level() != Danger.LOSES) {
      add(new Answer(Box.BACKUP, State.NOT_NEEDED, false, "it loses no rows", ""));
      return;
    }
    var environment = environment();
    if (environment == null) {
      add(open(Box.BACKUP, "no environment is named, so no backup of it is known"));
      return;
    }
    var standing =
        kept.book().standing(subject(), DemandAdvice.question(any(Need.BACKUP), environment));
    var lack =
        standing instanceof Standing.Good(var evidence) && danger != null
            ? danger.lackOf(evidence)
            : "";
    var open = lack.isEmpty() ? openEvidence(demand.orElse(any(Need.BACKUP))) : lack;
    add(
        new Answer(
            Box.BACKUP,
            open.isEmpty() ? State.YES : isUnknown() ? State.UNKNOWN : State.NO,
            demand.isPresent(),
            open.isEmpty() ? words(standing) : open,
            advice(environment).backup()));
  }

  private void window() {
    var demand = demand(Need.WINDOW);
    var environment = environment();
    var danger = facts.danger();
    if (environment == null || environment.policies().windows().isEmpty()) {
      add(
          danger != null && danger.level() == Danger.ANY
              ? new Answer(
                  Box.WINDOW,
                  State.NOT_NEEDED,
                  false,
                  "no session waits for it, no code breaks",
                  "")
              : open(
                  Box.WINDOW,
                  environment == null
                      ? "no environment is named"
                      : "policies.windows of %s names none".formatted(environment.name())));
      return;
    }
    var open = demands == null ? "" : demands.window();
    add(
        new Answer(
            Box.WINDOW,
            open.isEmpty() ? State.YES : State.NO,
            demand.isPresent(),
            open.isEmpty() ? "a window is open" : open,
            ""));
  }

  private void reviewed() {
    var demand = demand(Need.REVIEWED);
    var review = new Reviews(project, surroundings).of(migration());
    if (review.isDone()) {
      add(
          new Answer(
              Box.REVIEWED,
              State.YES,
              demand.isPresent(),
              "by " + String.join(", ", review.reviewers()),
              ""));
      return;
    }
    var open = openEvidence(demand.orElse(any(Need.REVIEWED)));
    var environment = environment();
    add(
        new Answer(
            Box.REVIEWED,
            open.isEmpty() ? State.YES : State.OPEN,
            demand.isPresent(),
            open.isEmpty() ? words(standing(Kind.REVIEWED, true)) : review.why(),
            environment == null
                ? "add Reviewed-by: Name <address> to the commit"
                : advice(environment).of(Need.REVIEWED)));
  }

  /// Only where it is asked for.
  private void acknowledged() {
    var demand = demand(Need.ACKNOWLEDGED);
    var environment = environment();
    if (demand.isPresent() && environment != null) {
      var open = openEvidence(demand.get());
      add(
          new Answer(
              Box.ACKNOWLEDGED,
              open.isEmpty() ? State.YES : State.OPEN,
              true,
              open.isEmpty()
                  ? words(
                      kept.book()
                          .standing(subject(), DemandAdvice.question(demand.get(), environment)))
                  : open,
              acknowledge(Box.ACKNOWLEDGED)));
    }
  }

  /// A person's word closes what a machine has left open.
  private void add(Answer answer) {
    var isOpen = answer.state() != State.YES && answer.state() != State.NOT_NEEDED;
    var isOfEvidence =
        OF_MACHINES.contains(answer.box())
            || (answer.isRequired()
                && (answer.box() == Box.BACKUP
                    || answer.box() == Box.TESTED
                    || answer.box() == Box.REVIEWED
                    || (answer.box() == Box.DOWN_TESTED && migration().hasDown())));
    var word = isOpen && !isOfEvidence ? word(answer.box()) : Optional.<Evidence>empty();
    if (word.isPresent()) {
      answers.add(
          new Answer(
              answer.box(),
              State.YES,
              answer.isRequired(),
              "%s, by %s: %s"
                  .formatted(
                      word.get().word().at(),
                      word.get().word().who(),
                      String.valueOf(word.get().word().reason())),
              ""));
    } else {
      var command = answer.command();
      answers.add(
          new Answer(
              answer.box(),
              answer.state(),
              answer.isRequired(),
              answer.words(),
              command.isEmpty() && isOpen && !isOfEvidence ? acknowledge(answer.box()) : command));
    }
  }

  private Optional<Evidence> word(Box box) {
    var question =
        new Question(Kind.ACKNOWLEDGED, true, environmentName(), List.of(box.word()), null);
    return kept.book().standing(subject(), question) instanceof Standing.Good(var evidence)
        ? Optional.of(evidence)
        : Optional.empty();
  }

  private Answer open(Box box, String words) {
    return new Answer(box, State.OPEN, false, words, "");
  }

  /// @return why it is open; empty where the evidence is good
  private String openEvidence(Demand demand) {
    var environment = environment();
    if (!kept.trouble().isEmpty()) {
      return "%s could not be read: %s".formatted(kept.store(), kept.trouble());
    }
    if (environment == null) {
      var question =
          new Question(
              new Kind(demand.need().word()),
              demand.need() != Need.REHEARSED,
              null,
              List.of(),
              null);
      return DemandAdvice.words(
          demand,
          kept.book().standing(subject(), question),
          kept.store().isEmpty()
              ? "a place that is known (--env ENVIRONMENT, --evidence FILE)"
              : kept.store());
    }
    var standing = kept.book().standing(subject(), DemandAdvice.question(demand, environment));
    return DemandAdvice.words(demand, standing, kept.store());
  }

  private boolean isUnknown() {
    return !kept.trouble().isEmpty();
  }

  private Standing standing(Kind kind, boolean isOfDown) {
    return kept.book().standing(subject(), new Question(kind, isOfDown, null, List.of(), null));
  }

  private static String words(Standing standing) {
    return standing instanceof Standing.Good(var evidence) ? DemandAdvice.of(evidence) : "";
  }

  private static Demand any(Need need) {
    return new Demand(need, Danger.ANY, null, Span.NONE);
  }

  /// Where the environment asks for it of a migration as dangerous as this; of one whose danger is
  /// not known, too.
  private Optional<Demand> demand(Need need) {
    var environment = environment();
    var danger = facts.danger();
    return environment == null
        ? Optional.empty()
        : environment
            .policies()
            .demand(need)
            .filter(demand -> danger == null || EnvironmentDemands.isAsked(demand, danger));
  }

  private String rehearse() {
    var environment = environment();
    return environment == null
        ? "deed rehearse " + migration().file()
        : advice(environment).rehearse();
  }

  private String acknowledge(Box box) {
    var environment = environment();
    return environment == null
        ? "deed ack %s/%s --env ENVIRONMENT --box %s --reason \"...\""
            .formatted(migration().name().database(), migration().version(), box.word())
        : advice(environment).acknowledge(box);
  }

  private DemandAdvice advice(Environment environment) {
    return new DemandAdvice(project, environment, migration());
  }

  private Optional<HistoryRow> row(History history) {
    return history.find(migration().version());
  }

  private Evidence.Subject subject() {
    return Evidence.Subject.of(migration());
  }

  private Migration migration() {
    return facts.migration();
  }

  private @Nullable Environment environment() {
    return facts.live().environment();
  }

  private @Nullable EnvironmentName environmentName() {
    var environment = environment();
    return environment == null ? null : environment.name();
  }
}
