package dev.deed.cli.job;

import dev.deed.cli.host.Person;
import dev.deed.cli.report.Box;
import dev.deed.cli.report.EvidenceReport;
import dev.deed.cli.report.Report;
import dev.deed.engine.Migration;
import dev.deed.engine.evidence.Evidence;
import dev.deed.engine.evidence.Evidence.Kind;
import dev.deed.ownership.Demand.Need;
import dev.deed.sql.Nearest;
import dev.deed.sql.UserException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person answers a box of a migration's checklist for one environment, with a reason.
///
/// @param database the only one whose migrations are meant; null for all
public record AckRun(Targets targets, @Nullable String database) {

  /// What a machine knows better than a person.
  private static final Set<Box> OF_MACHINES =
      EnumSet.of(Box.CHECKED, Box.REHEARSED, Box.TRACKED, Box.WINDOW);

  /// @param person null for the one who uses the program
  public record Statement(String reason, @Nullable String person) {}

  public Report report(String name, String word, Statement said) {
    var box =
        Box.of(word)
            .orElseThrow(() ->
                new Refused("there is no box " + word, Nearest.orKnown(word, Box.words()), true));
    var project = targets.project();
    var migration =
        new NamedMigration(project, project.migrations(), targets.surroundings(), database)
            .the(name);
    var person = person(said);
    refuse(box, migration, person, said);
    var isReview = box == Box.REVIEWED;
    var evidence =
        new Evidence(
            isReview ? Kind.REVIEWED : Kind.ACKNOWLEDGED,
            Evidence.Subject.of(migration),
            new Evidence.Place(targets.environment().name(), "", ""),
            Evidence.Outcome.PASSED,
            new Evidence.Word(
                person, said.reason().strip(), targets.surroundings().clock().instant(), null),
            Map.of("box", box.word()));
    var store =
        EvidencePlaces.of(targets)
            .of(migration.name().database())
            .orElseThrow(() -> new IllegalStateException("an environment is named"));
    store.keep(List.of(evidence));
    return new EvidenceReport.Kept(List.of(evidence), store.words());
  }

  private String person(Statement said) {
    var named = said.person();
    var person = named == null ? Person.of(targets.surroundings()) : named.strip();
    if (person.isEmpty()) {
      throw new Refused("it is not known who says so", "--by \"Ann Example\"", true);
    }
    return person;
  }

  private void refuse(Box box, Migration migration, String person, Statement said) {
    if (said.reason().isBlank()) {
      throw new Refused(
          "the reason is empty", "--reason \"what was done, or why it may go\"", true);
    }
    if (OF_MACHINES.contains(box)) {
      throw new Refused(
          "the box %s is answered by a machine, not by a person's word".formatted(box.word()),
          "deed checklist --env %s shows what it finds".formatted(targets.environment().name()),
          false);
    }
    var requires = targets.environment().policies();
    if (box == Box.BACKUP && requires.demand(Need.BACKUP).isPresent()) {
      throw new Refused(
          "%s requires a backup, which a person's word does not replace"
              .formatted(targets.environment().name()),
          new DemandAdvice(targets.project(), targets.environment(), migration).backup(),
          false);
    }
    if (box == Box.DOWN_TESTED && migration.hasDown()) {
      throw new Refused(
          "the down of %s can be tried".formatted(migration.name().words()),
          new DemandAdvice(targets.project(), targets.environment(), migration).rehearse(),
          false);
    }
    if (box == Box.REVIEWED) {
      refuseAuthor(migration, person);
    }
  }

  private void refuseAuthor(Migration migration, String person) {
    var review = new Reviews(targets.project(), targets.surroundings()).of(migration);
    if (review.authors().isEmpty()) {
      throw new Refused(
          "git does not say who the author of %s is%s"
              .formatted(migration.file(), review.why().isEmpty() ? "" : ": " + review.why()),
          "commit the file, and run this in the repository",
          false);
    }
    if (!Reviews.hasAddress(person)) {
      throw new Refused(
          "a reviewer is told from the author by an address, and %s is not one".formatted(person),
          "--by \"Name <address>\"",
          true);
    }
    if (review.isByAuthor(person)) {
      throw new Refused(
          "%s is the author of %s".formatted(person, migration.file()),
          "let another person read it",
          false);
    }
  }

  /// A word that does not count.
  static final class Refused extends UserException {

    private static final long serialVersionUID = 1L;

    private final boolean isUsage;

    Refused(String message, String advice, boolean isUsage) {
      super(message, advice);
      this.isUsage = isUsage;
    }

    @Override
    public Outcome outcome() {
      return isUsage ? Outcome.UNREADABLE : Outcome.REFUSED;
    }
  }
}
