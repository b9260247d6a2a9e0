package dev.deed.engine;

import dev.deed.sql.script.Directive;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `-- deed: backfill key=<columns> batch=<rows> pause=<duration>`: the next `UPDATE` or `DELETE`
/// runs in batches.
///
/// @param key the columns that rows are found by, empty for the table's primary key
/// @param batch the number of rows of the first batch
/// @param pause after each batch
/// @param statement the index of the statement in its script
public record BackfillOrder(List<String> key, int batch, Duration pause, int statement) {

  static final String NAME = "backfill";
  static final String FORM =
      "-- deed: backfill [key=<column>,...] [batch=<rows>] [pause=<duration>]";

  private static final int USUAL_BATCH = 1000;

  public BackfillOrder {
    key = List.copyOf(key);
  }

  /// Empty if the directive cannot be read.
  static Optional<BackfillOrder> of(Directive directive) {
    return DirectiveArguments.of(directive.arguments(), Set.of("key", "batch", "pause"))
        .filter(arguments -> arguments.words().isEmpty())
        .flatMap(arguments -> of(arguments, directive.nextStatement()));
  }

  private static Optional<BackfillOrder> of(DirectiveArguments arguments, int statement) {
    var key = arguments.columns("key");
    var batch = arguments.count("batch");
    var pause = arguments.duration("pause");
    var isWhole =
        key.isPresent() == arguments.value("key").isPresent()
            && batch.isPresent() == arguments.value("batch").isPresent()
            && pause.isPresent() == arguments.value("pause").isPresent();
    return isWhole
        ? Optional.of(
            new BackfillOrder(
                key.orElse(List.of()),
                batch.orElse(USUAL_BATCH),
                pause.orElse(Duration.ZERO),
                statement))
        : Optional.empty();
  }
}
