package dev.deed.cli.job;

import dev.deed.engine.evidence.EvidenceStore;
import dev.deed.engine.look.checkup.Diagnosis;
import dev.deed.ownership.Demand;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.UserException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Whether the evidence that an environment asks for can be read where it is kept, and written.
record EvidenceCheckup(Targets targets, EvidencePlaces places) {

  private static final String CHECK = "evidence";

  static EvidenceCheckup of(Targets targets) {
    return new EvidenceCheckup(targets, EvidencePlaces.of(targets));
  }

  /// @return empty where nothing asks for evidence
  Optional<Diagnosis> of(DatabaseName database) {
    if (required().isEmpty() && !places.isNamed()) {
      return Optional.empty();
    }
    try {
      return places.of(database).map(store -> diagnosis(store.condition()));
    } catch (UserException failure) {
      return Optional.of(unusable(Objects.toString(failure.getMessage(), ""), failure.advice()));
    }
  }

  private Diagnosis diagnosis(EvidenceStore.Condition condition) {
    if (!condition.unreadable().isEmpty()) {
      return unusable(
          "%s cannot be read: %s".formatted(condition.words(), condition.unreadable()),
          condition.advice());
    }
    var words =
        required().isEmpty()
            ? condition.words()
            : "%s; %s".formatted(condition.words(), required());
    return condition.unwritable().isEmpty()
        ? Diagnosis.ok(CHECK, words)
        : Diagnosis.warning(
            CHECK,
            "%s can be read, but not written: %s"
                .formatted(condition.words(), condition.unwritable()),
            condition.advice());
  }

  /// Where the environment requires evidence, `apply` refuses what it cannot read it of.
  private Diagnosis unusable(String message, String advice) {
    return required().isEmpty()
        ? Diagnosis.warning(CHECK, message, advice)
        : Diagnosis.problem(
            CHECK,
            "%s; %s %s, so apply refuses pending migrations"
                .formatted(message, targets.environment().name(), required()),
            advice);
  }

  private String required() {
    return required(targets);
  }

  /// `requires rehearsed, backup (loses)`; empty where nothing is required.
  static String required(Targets targets) {
    var requires = targets.environment().policies().requires();
    return requires.isEmpty()
        ? ""
        : requires.stream()
            .map(EvidenceCheckup::words)
            .collect(Collectors.joining(", ", "requires ", ""));
  }

  private static String words(Demand demand) {
    return demand.from() == Demand.Danger.ANY
        ? demand.need().word()
        : "%s (%s)".formatted(demand.need().word(), demand.from().word());
  }
}
