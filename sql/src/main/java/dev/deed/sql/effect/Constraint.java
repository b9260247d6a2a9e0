package dev.deed.sql.effect;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.expression.ExpressionText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A constraint on a table or a domain.
///
/// @param name null if PostgreSQL chooses one
/// @param inline written with its column instead of as an element of its own
public record Constraint(
    @Nullable String name,
    Rule rule,
    Deferrability deferrability,
    boolean notValid,
    boolean notEnforced,
    boolean noInherit,
    boolean inline,
    Span span) {

  /// The condition that a constraint enforces.
  public sealed interface Rule {}

  public record Check(ExpressionText condition) implements Rule {}

  /// In a domain, `column` is `value`.
  public record NotNull(String column) implements Rule {}

  /// @param columns empty when `usingIndex` is given
  public record Unique(
      List<String> columns,
      List<String> include,
      boolean nullsNotDistinct,
      boolean withoutOverlaps,
      @Nullable String usingIndex,
      Map<String, String> options)
      implements Rule {
    public Unique {
      columns = List.copyOf(columns);
      include = List.copyOf(include);
      options = Map.copyOf(options);
    }
  }

  public record PrimaryKey(
      List<String> columns,
      List<String> include,
      boolean withoutOverlaps,
      @Nullable String usingIndex,
      Map<String, String> options)
      implements Rule {
    public PrimaryKey {
      columns = List.copyOf(columns);
      include = List.copyOf(include);
      options = Map.copyOf(options);
    }
  }

  /// @param parentColumns empty if the parent's primary key is referenced
  public record ForeignKey(
      List<String> columns,
      QualifiedName parent,
      List<String> parentColumns,
      ForeignKeyMatch match,
      ForeignKeyAction onUpdate,
      OnDelete onDelete,
      boolean period,
      Span parentSpan)
      implements Rule {
    public ForeignKey {
      columns = List.copyOf(columns);
      parentColumns = List.copyOf(parentColumns);
    }
  }

  /// @param columns that `SET NULL (a, b)` or `SET DEFAULT (a, b)` names, empty for the whole key
  public record OnDelete(ForeignKeyAction action, List<String> columns) {
    public OnDelete {
      columns = List.copyOf(columns);
    }
  }

  /// @param elements each `element WITH operator`
  public record Exclude(
      String method,
      List<ExcludeElement> elements,
      List<String> include,
      Map<String, String> options,
      @Nullable ExpressionText where)
      implements Rule {
    public Exclude {
      elements = List.copyOf(elements);
      include = List.copyOf(include);
      options = Map.copyOf(options);
    }
  }

  public record ExcludeElement(IndexElement element, QualifiedName operator) {}
}
