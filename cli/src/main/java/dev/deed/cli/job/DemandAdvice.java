package dev.deed.cli.job;

import dev.deed.cli.report.Box;
import dev.deed.cli.report.ShellWord;
import dev.deed.engine.Migration;
import dev.deed.engine.evidence.Evidence;
import dev.deed.engine.evidence.Evidence.Kind;
import dev.deed.engine.evidence.EvidenceBook.Question;
import dev.deed.engine.evidence.EvidenceBook.Standing;
import dev.deed.ownership.Demand;
import dev.deed.ownership.Demand.Need;
import dev.deed.ownership.Environment;
import dev.deed.ownership.EvidencePlace;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words about what a migration lacks, and the commands that bring it.
record DemandAdvice(Project project, Environment environment, Migration migration) {

  /// What an environment asks of the evidence.
  static Question question(Demand demand, Environment environment) {
    return switch (demand.need()) {
      case REHEARSED -> question(Kind.REHEARSED, false, null, List.of(), demand);
      case DOWN_TESTED -> question(Kind.DOWN_TESTED, true, null, List.of(), demand);
      case BACKUP -> question(Kind.BACKUP, false, environment, List.of(), demand);
      case ACKNOWLEDGED ->
          question(Kind.ACKNOWLEDGED, true, environment, List.of(Box.ACKNOWLEDGED.word()), demand);
      case REVIEWED -> question(Kind.REVIEWED, true, null, List.of(), demand);
      case WINDOW -> throw new IllegalArgumentException("a window is not kept as evidence");
    };
  }

  private static Question question(
      Kind kind,
      boolean isOfDown,
      @Nullable Environment environment,
      List<String> boxes,
      Demand demand) {
    return new Question(
        kind, isOfDown, environment == null ? null : environment.name(), boxes, demand.within());
  }

  /// @return empty where the evidence is good
  static String words(Demand demand, Standing standing, String store) {
    return switch (standing) {
      case Standing.Good _ -> "";
      case Standing.None _ -> "there is none in " + store;
      case Standing.Failed(var evidence) -> "the last one has failed (%s)".formatted(of(evidence));
      case Standing.Expired(var evidence) ->
          "the last one does not count any more (%s%s)"
              .formatted(
                  of(evidence),
                  demand.within() == null ? "" : "; within " + words(demand.within()));
      case Standing.Ahead(var evidence) ->
          "the last one is from the future, so a clock is wrong (%s)".formatted(of(evidence));
      case Standing.OfOtherText(var evidence) ->
          "the last one is of another text: the file was edited since (%s)".formatted(of(evidence));
    };
  }

  /// `2026-01-29T10:30:00Z, ann, the schema of production`
  static String of(Evidence evidence) {
    var word = evidence.word();
    var basis = evidence.place().basis();
    return "%s, %s%s"
        .formatted(
            word.at().truncatedTo(ChronoUnit.SECONDS),
            word.who(),
            basis.isEmpty() ? "" : ", " + basis);
  }

  private static String words(Duration duration) {
    return duration.toHours() >= 24 && duration.toHours() % 24 == 0
        ? duration.toDays() + "d"
        : duration.toMinutes() >= 60 && duration.toMinutes() % 60 == 0
            ? duration.toHours() + "h"
            : duration.toSeconds() + "s";
  }

  /// What to type.
  String of(Need need) {
    return switch (need) {
      case REHEARSED -> rehearse();
      case DOWN_TESTED ->
          migration.hasDown()
              ? rehearse()
              : migration.irreversible().isPresent()
                  ? acknowledge(Box.DOWN_TESTED)
                  : "write its down, then: " + rehearse();
      case BACKUP -> backup();
      case ACKNOWLEDGED -> acknowledge(Box.ACKNOWLEDGED);
      case REVIEWED ->
          "let a person who is not the author read it, then add `Reviewed-by: Name <address>` to the commit; or as the reviewer: "
              + acknowledge(Box.REVIEWED);
      case WINDOW -> "apply it then, or change policies.windows of " + environment.name();
    };
  }

  String wayBack() {
    return "write its down; or make a backup: %s; or take note of it: %s"
        .formatted(backup(), acknowledge(Box.WAY_BACK));
  }

  String rehearse() {
    return "deed rehearse --env %s%s %s"
        .formatted(environment.name(), file(), ShellWord.of(migration.file().toString()));
  }

  String backup() {
    var name = migration.name();
    return "deed backup --env %s --database %s --before %s"
        .formatted(environment.name(), name.database(), name.version());
  }

  String acknowledge(Box box) {
    var name = migration.name();
    var option = box == Box.ACKNOWLEDGED ? "" : " --box " + box.word();
    return "deed ack %s/%s --env %s%s%s --reason \"...\""
        .formatted(name.database(), name.version(), environment.name(), option, file());
  }

  /// Named again, where the command line has named it.
  private String file() {
    return project.ownership().policies().evidence()
                instanceof EvidencePlace.InFile(var path, var isOfCommandLine)
            && isOfCommandLine
        ? " --evidence " + ShellWord.of(path.toString())
        : "";
  }
}
