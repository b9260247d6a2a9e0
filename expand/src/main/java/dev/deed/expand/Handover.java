package dev.deed.expand;

import dev.deed.expand.MoveTrigger.Place;
import dev.deed.sql.Identifier;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What only one of two columns can have: an identity, or a default that gives another value each
/// time, with its sequence.
///
/// @param preset the default over the new column's type, null for none
/// @param spare a free name for a second sequence
record Handover(
    TargetTable target,
    TableColumn column,
    TypeChange change,
    @Nullable Expression preset,
    String spare) {

  private static final Set<String> SEQUENCE_TYPES = Set.of("smallint", "integer", "bigint");

  /// From the old column to the new one.
  List<String> forth(String old, String added) {
    return move(old, added, change.type().name().name(), preset);
  }

  List<String> back(String old, String added) {
    var own = column.defaultValue();
    return move(added, old, column.type().name().name(), own == null ? null : own.tree());
  }

  private List<String> move(String from, String to, String type, @Nullable Expression value) {
    var statements = new ArrayList<String>();
    var sequence = target.sequenceOf(column);
    if (column.identity() != null && sequence.isPresent()) {
      return identity(from, to, type, sequence.get());
    }
    var own = column.defaultValue();
    if (own == null || Expressions.isRepeatable(own.tree())) {
      return List.of();
    }
    statements.add(alter(from, "DROP DEFAULT"));
    if (value != null) {
      statements.add(alter(to, "SET DEFAULT " + Expressions.sql(value)));
    }
    if (sequence.isPresent()) {
      var name = sequence.get().qualifiedName().quoted();
      if (SEQUENCE_TYPES.contains(type)) {
        statements.add("ALTER SEQUENCE %s AS %s".formatted(name, type));
      }
      statements.add(
          "ALTER SEQUENCE %s OWNED BY %s.%s"
              .formatted(name, target.quoted(), Identifier.quoted(to)));
    }
    return statements;
  }

  private List<String> identity(String from, String to, String type, Sequence sequence) {
    return identity(
        new Place(target.name(), from),
        new Place(target.name(), to),
        String.valueOf(column.identity()),
        sequence,
        type.equals(sequence.type()),
        spare);
  }

  /// A sequence of an identity cannot be handed over: another one goes on where it is.
  ///
  /// @param always or by default
  /// @param isSameType its bounds are right for the other column, too
  /// @param spare a free name
  static List<String> identity(
      Place from, Place to, String always, Sequence sequence, boolean isSameType, String spare) {
    var name = sequence.qualifiedName();
    var next = name.renamed(spare);
    var range =
        isSameType
            ? " MINVALUE %d MAXVALUE %d"
                .formatted(sequence.range().minimum(), sequence.range().maximum())
            : "";
    return List.of(
        alter(
            to,
            "ADD GENERATED %s AS IDENTITY (SEQUENCE NAME %s START WITH %d INCREMENT BY %d%s CACHE %d%s)"
                .formatted(
                    always.toUpperCase(Locale.ROOT),
                    next.quoted(),
                    sequence.range().start(),
                    sequence.increment(),
                    range,
                    sequence.cache(),
                    sequence.cycle() ? " CYCLE" : "")),
        "SELECT setval(%s, nextval(%s), false)"
            .formatted(StringConstant.of(next.quoted()), StringConstant.of(name.quoted())),
        alter(from, "DROP IDENTITY"),
        "ALTER SEQUENCE %s RENAME TO %s".formatted(next.quoted(), Identifier.quoted(name.name())));
  }

  private static String alter(Place place, String what) {
    return "ALTER TABLE %s ALTER COLUMN %s %s"
        .formatted(place.table().quoted(), place.quoted(), what);
  }

  private String alter(String name, String what) {
    return alter(new Place(target.name(), name), what);
  }
}
