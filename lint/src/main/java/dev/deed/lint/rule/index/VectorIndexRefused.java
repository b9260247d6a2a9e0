package dev.deed.lint.rule.index;

import dev.deed.lint.facts.VectorIndexes;
import dev.deed.lint.facts.VectorIndexes.OperatorClass;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.index.VectorParameters.Refusal;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.TableChange;
import dev.deed.sql.expression.Expression.Binary;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Prefix;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.Relation.Index;
import java.util.List;
import java.util.Optional;

/// Finds indexes that pgvector refuses. Another extension may have a method of the same name: the
/// type or the operator class must be one of pgvector's.
final class VectorIndexRefused implements EffectCheck<Effect> {

  @Override
  public void check(Effect effect, RuleView view) {
    if (effect instanceof CreatesIndex index
        && VectorIndexes.isMethod(index.method())
        && isOfPgvector(index, view)) {
      created(index, view);
    } else if (effect instanceof AltersTable alters && alters.change() == TableChange.SET_OPTIONS) {
      altered(alters, view);
    }
  }

  private static void created(CreatesIndex index, RuleView view) {
    var table = view.relation(index.table());
    refusal(index, view)
        .ifPresent(refusal ->
            view.report(
                index.span(),
                "PostgreSQL refuses this index of %s: %s"
                    .formatted(where(table, view), refusal.message()),
                refusal.advice(),
                ObjectName.table(table)));
  }

  /// The index of a partitioned table is built in its partitions, which may be created later.
  private static String where(QualifiedName table, RuleView view) {
    var isPartitioned =
        view.catalog().table(table).filter(found -> found.partitionBy() != null).isPresent();
    return (isPartitioned ? "each partition of " : "") + table.dotted();
  }

  private static void altered(AltersTable alters, RuleView view) {
    var name = view.relation(alters.table());
    view.catalog()
        .find(ObjectName.of(ObjectKind.INDEX, name))
        .filter(Index.class::isInstance)
        .map(Index.class::cast)
        .filter(index -> VectorIndexes.isMethod(index.method()))
        .filter(index ->
            index.elements().stream()
                .anyMatch(element -> VectorIndexes.effective(index.method(), element).isPresent()))
        .flatMap(index -> VectorParameters.set(index.method(), alters.options()))
        .ifPresent(refusal ->
            view.report(
                alters.span(),
                "PostgreSQL refuses this change of %s: %s"
                    .formatted(name.dotted(), refusal.message()),
                refusal.advice(),
                ObjectName.of(ObjectKind.INDEX, name)));
  }

  private static boolean isOfPgvector(CreatesIndex index, RuleView view) {
    return index.elements().stream()
        .anyMatch(element ->
            VectorIndexes.operatorClass(element).isPresent()
                || type(index, element, view)
                    .filter(type ->
                        VectorIndexes.isVector(type)
                            || type.isBuiltIn("bit")
                            || type.isBuiltIn("bit varying"))
                    .isPresent());
  }

  private static Optional<TypeName> type(CreatesIndex index, IndexElement element, RuleView view) {
    return VectorIndexes.type(element, view.relation(index.table()), view);
  }

  private static Optional<Refusal> refusal(CreatesIndex index, RuleView view) {
    return shape(index)
        .or(() -> operators(index, index.elements().getFirst(), view))
        .or(() -> dimensions(index, index.elements().getFirst(), view))
        .or(() -> VectorParameters.built(index.method(), index.options()));
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
    var name = element.operatorClass().name();
    if (chosen == null) {
      return view.catalog().hasAny(ObjectKind.OPERATOR_CLASS)
          ? Optional.empty()
          : refused(
              "%s has no operator class %s".formatted(index.method(), name),
              type == null
                  ? "name one of pgvector's, such as vector_l2_ops"
                  : "name the one of the operator that your queries order by: %s"
                      .formatted(examples(VectorIndexes.simpleName(type), lists)));
    }
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
                "bit",
                "bit varying",
                "real",
                "double precision",
                "integer",
                "bigint",
                "text",
                "jsonb",
                "numeric")
            .stream()
            .anyMatch(type::isBuiltIn);
  }

  private static String examples(String type, boolean lists) {
    return switch (type) {
      case "bit varying" -> "a cast has one: ((column::bit(n)) bit_hamming_ops)";
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
    if (isComputed(element)) {
      return refused(
          "a function or an operator gives a key without dimensions",
          "index a cast of it: ((%s::%s(n)) ...)"
              .formatted(
                  element.expression().text(),
                  VectorIndexes.effective(index.method(), element)
                      .map(OperatorClass::type)
                      .orElse("vector")));
    }
    if (type == null || type.arrayDimensions() > 0) {
      return Optional.empty();
    }
    var name = VectorIndexes.simpleName(type);
    if (VectorIndexes.isOfDomain(element, view.relation(index.table()), view)) {
      return refused(
          "the dimensions of a domain are not those of the key",
          "index a cast: ((%s::%s(n)) ...)".formatted(column(element), name));
    }
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

  /// Whose type has no modifier, whatever the function or the operands are.
  private static boolean isComputed(IndexElement element) {
    return element.column() == null
        && (element.expression().tree() instanceof Call
            || element.expression().tree() instanceof Binary
            || element.expression().tree() instanceof Prefix);
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

  private static Optional<Refusal> refused(String message, String advice) {
    return Optional.of(new Refusal(message, advice));
  }
}
