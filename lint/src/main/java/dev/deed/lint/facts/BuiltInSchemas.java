package dev.deed.lint.facts;

import dev.deed.sql.QualifiedName;
import java.util.Set;

/// PostgreSQL's own schemas. Reading their tables is quick.
public final class BuiltInSchemas {

  private static final Set<String> NAMES = Set.of("pg_catalog", "information_schema");

  private BuiltInSchemas() {}

  public static boolean has(QualifiedName relation) {
    return relation.schema() == null
        ? relation.name().startsWith("pg_")
        : NAMES.contains(relation.schema());
  }
}
