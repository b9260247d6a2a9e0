package dev.deed.sql.parse;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.Effect.NamesObject;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.lex.Cursor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects what a statement names as a field of a row: `alias.name`, `(alias).name`. That is a
/// column, or a call of a function that takes the row: which of them, the schema decides.
final class RowFields {

  /// Names of rows that hide a relation of the same name.
  private static final Set<String> ROWS = Set.of("new", "old", "excluded");

  /// The type of a row whose relation or type the text does not show.
  private static final QualifiedName ANY = QualifiedName.of("record");

  private static final Set<String> VERSIONS = Set.of("new", "old");

  private final Map<String, QualifiedName> relations = new HashMap<>();

  /// Aliases of something else, or of two relations in different queries of the statement.
  private final Set<String> unclear = new HashSet<>();

  /// What the queries of the statement call their columns.
  private final Set<String> labels = new HashSet<>();

  private Map<Field, Span> fields = new LinkedHashMap<>();

  /// The first tokens of `old.name` and `new.name`, with the alias.
  private final Map<String, Integer> versions = new HashMap<>();

  /// @param alias null if the relation or type is known without one
  private record Field(@Nullable String alias, @Nullable QualifiedName of, String name) {}

  void relation(QualifiedName name, String alias) {
    var other = relations.putIfAbsent(alias, name);
    if (other != null && !other.equals(name)) {
      unclear.add(alias);
    }
  }

  void unclear(String alias) {
    unclear.add(alias);
  }

  void label(String label) {
    labels.add(label);
  }

  /// A column as written: `alias.name`, `schema.table.name`.
  void column(List<String> path, Cursor cursor, int first) {
    var size = path.size();
    var name = path.getLast();
    if (size == 2 && VERSIONS.contains(path.getFirst())) {
      versions.putIfAbsent(path.getFirst(), first);
    }
    if (size == 2) {
      add(new Field(path.getFirst(), null, name), cursor, first);
    } else if (size == 3) {
      add(new Field(null, QualifiedName.of(path.getFirst(), path.get(1)), name), cursor, first);
    }
  }

  /// `(alias).name`, `(value::type).name`
  void field(Expression row, String name, Cursor cursor) {
    var last = cursor.position() - 1;
    switch (row) {
      case Column(var path) when path.size() == 1 -> {
        // The relation, or a column, an argument or a variable.
        add(new Field(path.getFirst(), null, name), cursor, last);
        add(new Field(null, ANY, name), cursor, last);
      }
      case Column(var path) when path.size() == 2 && path.getLast().equals("*") ->
          add(new Field(path.getFirst(), null, name), cursor, last);
      case Cast(_, var type) when type.arrayDimensions() == 0 && type.columnOf() == null ->
          add(new Field(null, type.name(), name), cursor, last);
      default -> add(new Field(null, ANY, name), cursor, last);
    }
  }

  private void add(Field field, Cursor cursor, int first) {
    if (!field.name().equals("*")) {
      fields.putIfAbsent(field, cursor.spanFrom(first));
    }
  }

  /// `RETURNING` names the row before and after the change from now on.
  void beginReturning() {
    versions.clear();
  }

  /// The first token since `beginReturning` that names such a row, -1 if none does.
  int version() {
    return versions.entrySet().stream()
        .filter(v -> !relations.containsKey(v.getKey()) && !unclear.contains(v.getKey()))
        .mapToInt(Map.Entry::getValue)
        .min()
        .orElse(-1);
  }

  /// Reads with a list of fields of its own: the effects of a body, of a rule's action.
  void apart(List<Effect> effects, Runnable parse) {
    var outer = fields;
    fields = new LinkedHashMap<>();
    try {
      parse.run();
      addTo(effects);
    } finally {
      fields = outer;
    }
  }

  /// Adds the fields that were named to the effects.
  void addTo(List<Effect> effects) {
    fields.forEach((field, span) -> {
      var of = relation(field);
      if (of != null && !(of.equals(ANY) && labels.contains(field.name()))) {
        effects.add(new NamesObject(ObjectName.column(of, field.name()), span));
      }
    });
    fields.clear();
  }

  /// Without an alias, the name may be the relation of a policy, a check or an index.
  private @Nullable QualifiedName relation(Field field) {
    var alias = field.alias();
    if (alias == null) {
      return field.of();
    }
    if (unclear.contains(alias)) {
      return ANY;
    }
    var known = relations.get(alias);
    if (known != null) {
      return known;
    }
    return ROWS.contains(alias) ? null : QualifiedName.of(alias);
  }

  void clear() {
    relations.clear();
    unclear.clear();
    labels.clear();
    fields.clear();
    versions.clear();
  }
}
