package dev.deed.sql.schema;

import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.schema.Relation.Sequence;
import java.util.Map;

/// A sequence's definition; PostgreSQL's defaults are left out.
final class SequenceSql {

  private SequenceSql() {}

  static String of(Sequence sequence) {
    var unlogged = sequence.persistence() == Persistence.UNLOGGED ? "UNLOGGED " : "";
    var type = sequence.type().equals("bigint") ? "" : " AS " + sequence.type();
    return "CREATE %sSEQUENCE %s%s%s"
        .formatted(unlogged, sequence.qualifiedName().quoted(), type, settings(sequence));
  }

  /// ` INCREMENT BY 5 START WITH 100`
  static String settings(Sequence sequence) {
    var usual =
        SequenceSettings.of(
            Map.of("as", sequence.type(), "increment", Long.toString(sequence.increment())));
    var text = new StringBuilder();
    if (sequence.increment() != 1) {
      text.append(" INCREMENT BY ").append(sequence.increment());
    }
    if (sequence.range().minimum() != usual.range().minimum()) {
      text.append(" MINVALUE ").append(sequence.range().minimum());
    }
    if (sequence.range().maximum() != usual.range().maximum()) {
      text.append(" MAXVALUE ").append(sequence.range().maximum());
    }
    var first = sequence.increment() > 0 ? sequence.range().minimum() : sequence.range().maximum();
    if (sequence.range().start() != first) {
      text.append(" START WITH ").append(sequence.range().start());
    }
    if (sequence.cache() != 1) {
      text.append(" CACHE ").append(sequence.cache());
    }
    return sequence.cycle() ? text + " CYCLE" : text.toString();
  }
}
