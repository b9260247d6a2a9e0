package dev.deed.engine.lint;

import static dev.deed.engine.lint.Look.at;
import static dev.deed.engine.lint.Rule.error;
import static dev.deed.sql.Hazard.BLOCKS_WRITES;

import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import java.util.List;

/// About indexes.
final class IndexRules {

  static final List<Rule> ALL =
      List.of(
          error(
              "index-not-concurrent",
              "an index is built while writes to its table wait",
              at(CreatesIndex.class, new IndexNotConcurrent()),
              BLOCKS_WRITES));

  private IndexRules() {}
}
