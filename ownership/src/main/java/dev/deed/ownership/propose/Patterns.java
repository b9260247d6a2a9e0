package dev.deed.ownership.propose;

import dev.deed.ownership.Glob;
import dev.deed.ownership.TablePattern;
import dev.deed.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Claims on tables, as short as they can be said without claiming others.
public final class Patterns {

  private static final Glob ANYTHING = new Glob(List.of("", ""));
  private static final String PUBLIC = "public";

  /// Fewer tables with a common beginning are listed one by one.
  private static final int MANY = 4;

  private Patterns() {}

  /// All tables of a database, in these schemas and in that of its search path.
  ///
  /// @param outside tables that something else makes: the only service answers for their use
  /// @param areAll whether the database has no other tables than these
  static List<String> everything(
      Collection<QualifiedName> tables, Collection<QualifiedName> outside, boolean areAll) {
    var patterns = new ArrayList<String>();
    var isElsewhere =
        !tables.isEmpty()
            && tables.stream()
                .allMatch(table -> table.schema() != null && !table.schema().equals(PUBLIC));
    if (!areAll || !isElsewhere) {
      patterns.add(new TablePattern(null, ANYTHING).toString());
    }
    var schemas = schemas(tables);
    schemas.addAll(schemas(outside));
    for (var schema : schemas) {
      patterns.add(new TablePattern(exact(schema), ANYTHING).toString());
    }
    return patterns;
  }

  /// Tables in the schema of the search path.
  static String startingWith(String prefix) {
    return new TablePattern(null, new Glob(List.of(prefix, ""))).toString();
  }

  /// These tables and no others.
  public static List<String> exactly(Collection<QualifiedName> tables) {
    return new TreeSet<>(tables)
        .stream()
            .map(
                table -> new TablePattern(schemaOf(table.schema()), exact(table.name())).toString())
            .toList();
  }

  private static TreeSet<String> schemas(Collection<QualifiedName> tables) {
    var schemas = new TreeSet<String>();
    tables.forEach(table -> {
      if (table.schema() != null && !table.schema().equals(PUBLIC)) {
        schemas.add(table.schema());
      }
    });
    return schemas;
  }

  /// @param others tables that these patterns must not match
  static List<String> of(Collection<QualifiedName> tables, Collection<QualifiedName> others) {
    var left = new TreeSet<>(tables);
    var patterns = new ArrayList<String>();
    for (var schema : schemas(tables)) {
      if (others.stream().noneMatch(other -> schema.equals(other.schema()))) {
        patterns.add(new TablePattern(exact(schema), ANYTHING).toString());
        left.removeIf(table -> schema.equals(table.schema()));
      }
    }
    for (var next = left.isEmpty() ? null : left.first(); next != null; next = left.higher(next)) {
      var prefix = prefix(next);
      var schema = next.schema();
      var alike = left.stream().filter(table -> has(table, schema, prefix)).toList();
      if (prefix != null
          && alike.size() >= MANY
          && others.stream().noneMatch(other -> has(other, schema, prefix))) {
        patterns.add(new TablePattern(schemaOf(schema), new Glob(List.of(prefix, ""))).toString());
        alike.forEach(left::remove);
      }
    }
    left.forEach(table ->
        patterns.add(new TablePattern(schemaOf(table.schema()), exact(table.name())).toString()));
    return patterns;
  }

  private static boolean has(
      QualifiedName table, @Nullable String schema, @Nullable String prefix) {
    return prefix != null
        && Objects.equals(table.schema(), schema)
        && table.name().startsWith(prefix);
  }

  private static @Nullable String prefix(QualifiedName table) {
    var end = table.name().indexOf('_', 1);
    return end < 0 ? null : table.name().substring(0, end + 1);
  }

  /// The search path finds the tables of `public`.
  private static @Nullable Glob schemaOf(@Nullable String schema) {
    return schema == null || schema.equals(PUBLIC) ? null : exact(schema);
  }

  private static Glob exact(String text) {
    return new Glob(List.of(text));
  }
}
