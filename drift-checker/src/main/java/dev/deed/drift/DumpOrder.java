package dev.deed.drift;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.HashSet;
import java.util.Set;

/// Refuses a dump, sorted or assembled by hand, that changes a table before creating it: PostgreSQL
/// would refuse it, and a comparison would omit the change.
final class DumpOrder {

  private DumpOrder() {}

  static void check(String name, Script script) {
    var later = new HashSet<QualifiedName>();
    script.statements().forEach(statement -> addCreated(statement, later));
    // pg_dump --clean drops what exists before it creates anything.
    script.statements().stream()
        .filter(statement -> statement.command().name().startsWith("DROP"))
        .flatMap(statement -> statement.effects().stream())
        .flatMap(effect -> effect.touches().stream())
        .forEach(touch -> later.remove(touch.object().name()));
    for (var statement : script.statements()) {
      refuseEarly(name, statement, later);
      var created = new HashSet<QualifiedName>();
      addCreated(statement, created);
      later.removeAll(created);
    }
  }

  private static void addCreated(Statement statement, Set<QualifiedName> tables) {
    for (var effect : statement.effects()) {
      if (effect instanceof TableEffect.CreatesTable created) {
        tables.add(created.table());
      }
    }
  }

  private static void refuseEarly(String name, Statement statement, Set<QualifiedName> later) {
    for (var effect : statement.effects()) {
      if (effect instanceof TableEffect.Altering altering && later.contains(altering.table())) {
        throw DumpNotReadable.because(
            name,
            "changes table %s in line %d, before the statement that creates it"
                .formatted(altering.table(), statement.span().line()),
            "put the statements in the order in which PostgreSQL can run them, or dump again:"
                + " pg_dump --schema-only");
      }
    }
  }
}
