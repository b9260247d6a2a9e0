package dev.deed.lint.rule.index;

import dev.deed.lint.facts.VectorIndexes;
import dev.deed.lint.facts.VectorIndexes.OperatorClass;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.TypeName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds indexes that pgvector refuses. Another extension may have a method of the same name: the
/// type or the operator class must be one of pgvector's.
final class VectorIndexRefused implements EffectCheck<CreatesIndex> {

  private record Refusal(String message, String advice) {}

  /// A parameter and its bounds.
  private record Parameter(String name, long least, long most, long otherwise) {}

  private static final Parameter M = new Parameter("m", 2, 100, 16);
  private static final Parameter CONSTRUCTION = new Parameter("ef_construction", 4, 1000, 64);
  private static final Parameter LISTS = new Parameter("lists", 1, 32_768, 100);

  @Override
  public void check(CreatesIndex index, RuleView view) {
    if (!VectorIndexes.isMethod(index.method()) || !isOfPgvector(index, view)) {
      return;
    }
    var table = view.relation(index.table());
    refusal(index, view)
        .ifPresent(refusal ->
            view.report(
                index.span(),
                "PostgreSQL refuses this index of %s: %s"
                    .formatted(table.dotted(), refusal.message()),
                refusal.advice(),
                ObjectName.table(table)));
  }

  private static boolean isOfPgvector(CreatesIndex index, RuleView view) {
    return index.elements().stream()
        .anyMatch(element ->
            VectorIndexes.operatorClass(element).isPresent()
                || (element.operatorClass() == null
                    && type(index, element, view)
                        .filter(type -> VectorIndexes.isVector(type) || type.isBuiltIn("bit"))
                        .isPresent()));
  }

  private static Optional<TypeName> type(CreatesIndex index, IndexElement element, RuleView view) {
    return VectorIndexes.type(element, view.relation(index.table()), view);
  }

  private static Optional<Refusal> refusal(CreatesIndex index, RuleView view) {
    return shape(index)
        .or(() -> operators(index, index.elements().getFirst(), view))
        .or(() -> dimensions(index, index.elements().getFirst(), view))
        .or(() -> parameters(index));
  }

  private static Optional<Refusal> shape(CreatesIndex index) {
    if (index.unique()) {
      return refused("%s has no unique indexes".formatted(index.method()), "leave UNIQUE out");
    }
    if (!index.include().isEmpty()) {
      return refused(
          "%s has no included columns".formatted(index.method()), "leave INCLUDE (...) out");
    }
    if (index.elements().size() > 1) {
      return refused(
          "%s has one column".formatted(index.method()),
          "build one index for each column, and a btree index for the columns of WHERE");
    }
    var only = index.elements().getFirst();
    return only.descending() || only.nullsFirst() != null
        ? refused(
            "%s has no ASC, DESC or NULLS FIRST".formatted(index.method()),
            "leave it out: the nearest rows come first")
        : Optional.empty();
  }

  private static Optional<Refusal> operators(
      CreatesIndex index, IndexElement element, RuleView view) {
    var type = type(index, element, view).orElse(null);
    var chosen = VectorIndexes.operatorClass(element).orElse(null);
    var lists = index.method().equals(VectorIndexes.IVFFLAT);
    if (element.operatorClass() == null) {
      var hasDefault = lists && type != null && type.name().name().equals("vector");
      return type == null || hasDefault
          ? Optional.empty()
          : refused(
              "%s has no default operator class for type %s"
                  .formatted(index.method(), VectorIndexes.simpleName(type)),
              "name the one of the operator that your queries order by: %s"
                  .formatted(examples(VectorIndexes.simpleName(type), lists)));
    }
    if (chosen == null) {
      return Optional.empty();
    }
    var name = element.operatorClass().name();
    if (lists && !chosen.ofLists()) {
      return refused("ivfflat has no operator class %s".formatted(name), "use hnsw, which has it");
    }
    return type != null && !fits(type, chosen)
        ? refused(
            "%s takes values of type %s, not %s"
                .formatted(name, chosen.type(), VectorIndexes.simpleName(type)),
            "use an operator class of that type, or index a cast: ((column::%s(n)) %s)"
                .formatted(chosen.type(), name))
        : Optional.empty();
  }

  /// A domain over the type would fit: only types that are known not to are refused.
  private static boolean fits(TypeName type, OperatorClass chosen) {
    return type.name().name().equals(chosen.type())
        ? type.arrayDimensions() == 0
        : !VectorIndexes.isVector(type) && !isPlain(type);
  }

  private static boolean isPlain(TypeName type) {
    return type.arrayDimensions() > 0
        || List.of(
                "bit", "real", "double precision", "integer", "bigint", "text", "jsonb", "numeric")
            .stream()
            .anyMatch(type::isBuiltIn);
  }

  private static String examples(String type, boolean lists) {
    return switch (type) {
      case "bit" ->
          lists ? "bit_hamming_ops (<~>)" : "bit_hamming_ops (<~>), bit_jaccard_ops (<%>)";
      case "sparsevec" ->
          lists
              ? "ivfflat has none for it: use hnsw with sparsevec_l2_ops (<->)"
              : "sparsevec_l2_ops (<->), sparsevec_ip_ops (<#>), sparsevec_cosine_ops (<=>)";
      default -> "%1$s_l2_ops (<->), %1$s_ip_ops (<#>), %1$s_cosine_ops (<=>)".formatted(type);
    };
  }

  private static Optional<Refusal> dimensions(
      CreatesIndex index, IndexElement element, RuleView view) {
    var type = type(index, element, view).orElse(null);
    if (type == null || type.arrayDimensions() > 0) {
      return Optional.empty();
    }
    var name = VectorIndexes.simpleName(type);
    var dimensions = VectorIndexes.dimensions(type);
    if (dimensions.isEmpty()) {
      return VectorIndexes.isVector(type) && type.modifiers().isEmpty()
          ? refused(
              "the key has no dimensions",
              "give the column its dimensions, %s(n), or index a cast: ((%s::%s(n)) ...)"
                  .formatted(name, column(element), name))
          : Optional.empty();
    }
    var most = VectorIndexes.most(name);
    return most.isPresent() && dimensions.get() > most.get()
        ? refused(
            "it has %d dimensions, and an index of type %s takes at most %d"
                .formatted(dimensions.get(), name, most.get()),
            smaller(name, column(element), dimensions.get()))
        : Optional.empty();
  }

  private static String column(IndexElement element) {
    return element.column() == null ? "column" : element.column();
  }

  private static String smaller(String type, String column, long dimensions) {
    if (type.equals("vector") && dimensions <= 4_000) {
      return "index half precision, and order by the same expression in queries: USING hnsw ((%s::halfvec(%d)) halfvec_cosine_ops)"
          .formatted(column, dimensions);
    }
    if (!type.equals("bit") && dimensions <= 64_000) {
      return "index a binary form and sort its result again by the distance: USING hnsw ((binary_quantize(%s)::bit(%d)) bit_hamming_ops)"
          .formatted(column, dimensions);
    }
    return "index a part of it, or store fewer dimensions";
  }

  private static Optional<Refusal> parameters(CreatesIndex index) {
    if (index.method().equals(VectorIndexes.IVFFLAT)) {
      return bounds(index, LISTS).or(() -> unknown(index, "m", "ef_construction"));
    }
    var wrong =
        bounds(index, M).or(() -> bounds(index, CONSTRUCTION)).or(() -> unknown(index, "lists"));
    if (wrong.isPresent()) {
      return wrong;
    }
    var m = value(index, M);
    var construction = value(index, CONSTRUCTION);
    return m != null && construction != null && construction < 2 * m
        ? refused(
            "ef_construction (%d) is less than twice m (%d)".formatted(construction, m),
            "WITH (m = %d, ef_construction = %d)".formatted(m, Math.max(64, 4 * m)))
        : Optional.empty();
  }

  private static Optional<Refusal> bounds(CreatesIndex index, Parameter parameter) {
    var value = value(index, parameter);
    return value != null && (value < parameter.least() || value > parameter.most())
        ? refused(
            "%s is %d, outside of %d to %d"
                .formatted(parameter.name(), value, parameter.least(), parameter.most()),
            "WITH (%s = %d), and measure from there"
                .formatted(parameter.name(), parameter.otherwise()))
        : Optional.empty();
  }

  /// Null where the text is not a whole number.
  private static @Nullable Long value(CreatesIndex index, Parameter parameter) {
    var text = index.options().get(parameter.name());
    return text == null
        ? Long.valueOf(parameter.otherwise())
        : VectorIndexes.number(text.replace("'", "")).orElse(null);
  }

  private static Optional<Refusal> unknown(CreatesIndex index, String... names) {
    return List.of(names).stream()
        .filter(index.options()::containsKey)
        .findFirst()
        .flatMap(name ->
            refused(
                "%s has no parameter %s".formatted(index.method(), name),
                index.method().equals(VectorIndexes.HNSW)
                    ? "WITH (m = 16, ef_construction = 64)"
                    : "WITH (lists = 100)"));
  }

  private static Optional<Refusal> refused(String message, String advice) {
    return Optional.of(new Refusal(message, advice));
  }
}
