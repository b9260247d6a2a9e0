package dev.deed.lint.rule.failure;

import dev.deed.lint.facts.VectorIndexes;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.expression.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Index keys of types for which the index method has no operator class.
final class OperatorClasses implements Refusals {

  private static final Set<String> PLAIN =
      Set.of(
          "bigint",
          "bit",
          "bit varying",
          "boolean",
          "bytea",
          "date",
          "double precision",
          "integer",
          "interval",
          "macaddr",
          "macaddr8",
          "money",
          "numeric",
          "real",
          "smallint",
          "time with time zone",
          "time without time zone",
          "timestamp with time zone",
          "timestamp without time zone",
          "uuid");

  private static final Set<String> TEXTS = Set.of("character", "character varying", "text");
  private static final Set<String> NETWORKS = Set.of("cidr", "inet");
  private static final Set<String> SHAPES =
      Set.of("line", "lseg", "path", "jsonpath", "json", "xml");

  /// Of pgvector's types, whose extension gives `btree` operator classes for them.
  private static final Set<String> WITHOUT_VECTORS =
      Set.of("hash", "gin", "gist", "brin", "spgist");

  /// The extensions that give a method operator classes for plain types.
  private static final Map<String, String> BROUGHT_BY =
      Map.of("gin", "btree_gin", "gist", "btree_gist");

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(CreatesIndex.class, AddsConstraint.class, CreatesTable.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    if (known.catalog().hasAny(ObjectKind.OPERATOR_CLASS)) {
      return Optional.empty();
    }
    return switch (effect) {
      case CreatesIndex e -> first(e.elements(), e.method(), e.table(), effect, e.span(), known);
      case AddsConstraint e -> constraint(e.constraint(), e.table(), effect, known);
      case CreatesTable e ->
          e.definition().constraints().stream()
              .flatMap(c -> constraint(c, e.table(), effect, known).stream())
              .findFirst();
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> constraint(
      Constraint constraint, QualifiedName table, Effect effect, Known known) {
    return switch (constraint.rule()) {
      case Constraint.Exclude exclude ->
          first(
              exclude.elements().stream().map(e -> e.element()).toList(),
              exclude.method(),
              table,
              effect,
              constraint.span(),
              known);
      case Constraint.Unique unique when !unique.withoutOverlaps() ->
          ofColumns(unique.columns(), table, effect, constraint.span(), known);
      case Constraint.PrimaryKey key when !key.withoutOverlaps() ->
          ofColumns(key.columns(), table, effect, constraint.span(), known);
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> ofColumns(
      List<String> columns, QualifiedName table, Effect effect, Span span, Known known) {
    return columns.stream()
        .flatMap(c -> column(c, "btree", table, effect, span, known).stream())
        .findFirst();
  }

  private static Optional<Refusal> first(
      List<IndexElement> elements,
      String method,
      QualifiedName table,
      Effect effect,
      Span span,
      Known known) {
    for (var element : elements) {
      if (element.column() != null && element.operatorClass() == null) {
        var found = column(element.column(), method, table, effect, span, known);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> column(
      String column, String method, QualifiedName table, Effect effect, Span span, Known known) {
    var type = type(column, table, effect, known);
    if (type == null || type.arrayDimensions() > 0) {
      return Optional.empty();
    }
    if (VectorIndexes.isVector(type) && known.catalog().type(type.name()).isEmpty()) {
      return WITHOUT_VECTORS.contains(method)
          ? Refusal.of(
              span,
              "the index method %s has no operator class for %s, the type of %s"
                  .formatted(method, type.text(), column),
              "for the nearest rows: USING hnsw (%s %s_l2_ops)"
                  .formatted(Identifier.quoted(column), type.name().name()))
          : Optional.empty();
    }
    var name = type.name().name();
    if (!Types.isBuiltIn(type) || !isWithout(method, name)) {
      return Optional.empty();
    }
    var extension = BROUGHT_BY.get(method);
    var brought = extension == null || SHAPES.contains(name) ? null : extension;
    if (brought != null && !known.catalog().isMissingExtension(brought)) {
      return Optional.empty();
    }
    return Refusal.of(
        span,
        "the index method %s has no operator class for %s, the type of %s"
            .formatted(method, type.text(), column),
        advice(method, name, brought));
  }

  private static String advice(String method, String type, @Nullable String extension) {
    if (method.equals("gin") && TEXTS.contains(type)) {
      return "for LIKE: CREATE EXTENSION pg_trgm, and gin_trgm_ops after the column; for words: index to_tsvector('english', column)";
    }
    if (extension != null) {
      return "CREATE EXTENSION %s first, or use btree; %s".formatted(extension, Known.FROM_OUTSIDE);
    }
    return type.equals("json")
        ? "make the column jsonb, or index an expression of it"
        : "use another method, or index an expression of the column";
  }

  /// Whether the method has an operator class for the type without extensions, whose operators are
  /// `=` and, except for `hash`, those of an order.
  static boolean areOrdered(String method, TypeName type) {
    return (method.equals("btree") || method.equals("hash"))
        && Types.isBuiltIn(type)
        && type.arrayDimensions() == 0
        && !isWithout(method, type.name().name());
  }

  static @Nullable TypeName type(String column, QualifiedName table, Effect effect, Known known) {
    if (effect instanceof CreatesTable creates) {
      return creates.definition().columns().stream()
          .filter(c -> c.name().equals(column) && c.type() != null)
          .map(c -> known.type(c.type()))
          .findFirst()
          .orElse(null);
    }
    return known.typeOf(table, column).orElse(null);
  }

  /// As all versions from 14 on have it, without extensions.
  private static boolean isWithout(String method, String type) {
    return switch (method) {
      case "btree" ->
          SHAPES.contains(type) || Set.of("box", "circle", "point", "polygon").contains(type);
      case "hash" ->
          SHAPES.contains(type)
              || Set.of(
                      "bit",
                      "bit varying",
                      "box",
                      "circle",
                      "money",
                      "point",
                      "polygon",
                      "tsquery",
                      "tsvector")
                  .contains(type);
      case "gin" ->
          PLAIN.contains(type)
              || TEXTS.contains(type)
              || NETWORKS.contains(type)
              || SHAPES.contains(type)
              || Set.of("box", "circle", "point", "polygon", "tsquery").contains(type);
      case "gist" ->
          PLAIN.contains(type)
              || TEXTS.contains(type)
              || NETWORKS.contains(type)
              || SHAPES.contains(type)
              || type.equals("jsonb");
      case "brin" ->
          SHAPES.contains(type)
              || Set.of(
                      "boolean",
                      "circle",
                      "jsonb",
                      "money",
                      "point",
                      "polygon",
                      "tsquery",
                      "tsvector")
                  .contains(type);
      case "spgist" ->
          PLAIN.contains(type)
              || SHAPES.contains(type)
              || Set.of("character", "circle", "jsonb", "tsquery", "tsvector").contains(type);
      default -> false;
    };
  }
}
