package dev.deed.engine;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.script.Directive;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A migration that is one part of a changeover: `-- deed: changeover <name> phase=<phase>
/// operation=<operation> table=<schema.table> old=<column> new=<column>`.
///
/// @param name the changeover's, the same in all of its files
/// @param operation that of `deed expand`
/// @param old the column that is replaced, null where there is none
/// @param added the column that replaces it, null where there is none
public record ChangeoverPart(
    String name,
    Phase phase,
    String operation,
    QualifiedName table,
    @Nullable String old,
    @Nullable String added) {

  static final String NAME = "changeover";
  static final String FORM =
      "-- deed: changeover <name> phase=expand|backfill|switch|contract|keep operation=<operation>"
          + " table=<schema>.<table> [old=<column>] [new=<column>]";

  /// In the order of the files.
  public enum Phase {
    EXPAND,
    BACKFILL,
    SWITCH,
    CONTRACT,
    /// What was kept of the old form goes; the changeover is over before.
    KEEP;

    static Optional<Phase> of(String word) {
      for (var phase : values()) {
        if (phase.word().equals(word)) {
          return Optional.of(phase);
        }
      }
      return Optional.empty();
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Empty if the directive cannot be read.
  static Optional<ChangeoverPart> of(Directive directive) {
    return DirectiveArguments.of(
            directive.arguments(), Set.of("phase", "operation", "table", "old", "new"))
        .filter(arguments -> arguments.words().size() == 1)
        .flatMap(ChangeoverPart::of);
  }

  private static Optional<ChangeoverPart> of(DirectiveArguments arguments) {
    var phase = arguments.value("phase").flatMap(Phase::of);
    var operation = arguments.value("operation");
    var table = arguments.relation("table");
    var old = arguments.column("old");
    var added = arguments.column("new");
    var isWhole =
        phase.isPresent()
            && operation.isPresent()
            && table.isPresent()
            && old.isPresent() == arguments.value("old").isPresent()
            && added.isPresent() == arguments.value("new").isPresent();
    return isWhole
        ? Optional.of(
            new ChangeoverPart(
                arguments.words().getFirst(),
                phase.get(),
                operation.get(),
                table.get(),
                old.orElse(null),
                added.orElse(null)))
        : Optional.empty();
  }
}
