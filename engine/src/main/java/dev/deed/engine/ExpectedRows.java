package dev.deed.engine;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.schema.RelationLiteral;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The tables whose rows a rehearsal compares: `-- deed: expect-rows users billing.invoices`. The
/// down must bring them back, and the second up must lead to the rows of the first.
public record ExpectedRows(List<QualifiedName> tables) {

  /// The directive that names them.
  static final String NAME = "expect-rows";

  static final String FORM = "-- deed: expect-rows <table> [<table> ...]";

  public ExpectedRows {
    tables = List.copyOf(tables);
  }

  static Optional<ExpectedRows> of(String arguments) {
    return DirectiveArguments.of(arguments, Set.of())
        .filter(read -> !read.words().isEmpty())
        .map(read -> new ExpectedRows(read.words().stream().map(RelationLiteral::parse).toList()));
  }

  /// @param searchPath for names without a schema
  public static boolean isNamed(QualifiedName name, QualifiedName table, List<String> searchPath) {
    var in = table.schema();
    return name.name().equals(table.name())
        && in != null
        && (name.schema() == null ? searchPath.contains(in) : in.equals(name.schema()));
  }
}
