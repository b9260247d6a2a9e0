package dev.deed.cli.job;

import dev.deed.engine.Migration;
import dev.deed.ownership.Database;
import dev.deed.sql.Finding;
import dev.deed.sql.Nearest;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.TableEffect.Altering;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.schema.BuiltIns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tables that the migrations of a database change and that none of them creates: the history
/// begins after a schema that existed before. One such name alone is rather a mistake, unless
/// nothing is created before it, and so is one that is nearly the name of another table.
record UnknownBase(List<Migration> all, Database database) {

  static final RuleName RULE = new RuleName("unknown-base");

  private static final int SHOWN = 3;

  private record Place(Migration migration, Span span) {}

  /// @param outside whether a name exists although no migration creates it
  boolean isThere(Set<String> created, Predicate<ObjectName> outside) {
    return !tables(created, outside).isEmpty();
  }

  List<Finding> findings() {
    var found =
        tables(new FirstMigrations(all, database).created(), name -> database.isOutside(name));
    if (found.isEmpty()) {
      return List.of();
    }
    var first = found.values().iterator().next();
    return List.of(
        Finding.error(
                RULE,
                first.migration().up().file(),
                first.span(),
                "the migrations of %s change %s, which none of them creates: tables existed before the first migration, so what fails because a table is missing is not found"
                    .formatted(database.name().text(), shown(found.keySet())),
                "begin with a dump of the schema as it was, or list the tables under outside of the database in the ownership file")
            .with(Severity.WARNING));
  }

  private static String shown(Set<QualifiedName> names) {
    var rest = names.size() > SHOWN ? " and %d more".formatted(names.size() - SHOWN) : "";
    return names.stream().limit(SHOWN).map(QualifiedName::dotted).collect(Collectors.joining(", "))
        + rest;
  }

  private Map<QualifiedName, Place> tables(Set<String> created, Predicate<ObjectName> outside) {
    if (all.stream().anyMatch(migration -> migration.origin().unread() != null)) {
      // It may have created them.
      return Map.of();
    }
    var unknown = new LinkedHashMap<QualifiedName, Place>();
    var migrations = new ArrayList<Migration>();
    var judged = new HashMap<QualifiedName, Boolean>();
    for (var migration : all) {
      for (var statement : migration.up().script().statements()) {
        statement.effects().stream()
            .flatMap(UnknownBase::changed)
            .filter(name -> judged.computeIfAbsent(name, n -> isUnknown(n, created, outside)))
            .forEach(name -> {
              unknown.putIfAbsent(name, new Place(migration, statement.span()));
              if (!migrations.contains(migration)) {
                migrations.add(migration);
              }
            });
      }
    }
    return (unknown.size() > 1 && migrations.size() > 1) || startsWith(unknown.keySet())
        ? unknown
        : Map.of();
  }

  /// Whether the first statement of all about a table is about one of these.
  private boolean startsWith(Set<QualifiedName> names) {
    return all.stream()
        .flatMap(migration -> migration.up().script().statements().stream())
        .flatMap(statement -> statement.effects().stream())
        .filter(effect -> effect instanceof CreatesTable || changed(effect).findAny().isPresent())
        .findFirst()
        .filter(effect -> changed(effect).anyMatch(names::contains))
        .isPresent();
  }

  private static Stream<QualifiedName> changed(Effect effect) {
    return switch (effect) {
      case Altering e -> e.target().ifExists() ? Stream.of() : Stream.of(e.table());
      case CreatesIndex e -> Stream.of(e.table());
      case WritesRows e -> Stream.of(e.relation());
      default -> Stream.of();
    };
  }

  private static boolean isUnknown(
      QualifiedName name, Set<String> created, Predicate<ObjectName> outside) {
    return !created.contains(name.name())
        && !"deed".equals(name.schema())
        && !"pg_temp".equals(name.schema())
        && !BuiltIns.isCatalogName(name.name())
        && !outside.test(ObjectName.table(name))
        && Nearest.of(name.name(), created).isEmpty();
  }
}
