package dev.deed.lint.facts;

import static java.util.Map.entry;

import dev.deed.lint.rule.RuleView;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.DataType.DomainType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// pgvector's indexes: which operator classes they have, for which types, and what they can hold.
public final class VectorIndexes {

  public static final String HNSW = "hnsw";
  public static final String IVFFLAT = "ivfflat";

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

  /// @param type whose values it takes
  /// @param operator that a query orders by
  /// @param ofLists whether `ivfflat` has it too
  public record OperatorClass(String type, String operator, boolean ofLists) {}

  private static final Map<String, OperatorClass> CLASSES =
      Map.ofEntries(
          entry("vector_l2_ops", new OperatorClass("vector", "<->", true)),
          entry("vector_ip_ops", new OperatorClass("vector", "<#>", true)),
          entry("vector_cosine_ops", new OperatorClass("vector", "<=>", true)),
          entry("vector_l1_ops", new OperatorClass("vector", "<+>", false)),
          entry("halfvec_l2_ops", new OperatorClass("halfvec", "<->", true)),
          entry("halfvec_ip_ops", new OperatorClass("halfvec", "<#>", true)),
          entry("halfvec_cosine_ops", new OperatorClass("halfvec", "<=>", true)),
          entry("halfvec_l1_ops", new OperatorClass("halfvec", "<+>", false)),
          entry("sparsevec_l2_ops", new OperatorClass("sparsevec", "<->", false)),
          entry("sparsevec_ip_ops", new OperatorClass("sparsevec", "<#>", false)),
          entry("sparsevec_cosine_ops", new OperatorClass("sparsevec", "<=>", false)),
          entry("sparsevec_l1_ops", new OperatorClass("sparsevec", "<+>", false)),
          entry("bit_hamming_ops", new OperatorClass("bit", "<~>", true)),
          entry("bit_jaccard_ops", new OperatorClass("bit", "<%>", false)));

  private static final Map<String, Integer> MOST_DIMENSIONS =
      Map.of("vector", 2_000, "halfvec", 4_000, "bit", 64_000);

  private static final Set<String> TYPES = Set.of("vector", "halfvec", "sparsevec");

  private VectorIndexes() {}

  public static boolean isMethod(String method) {
    return method.equals(HNSW) || method.equals(IVFFLAT);
  }

  /// Whether pgvector's methods have an operator class of that name, and no other method has.
  public static boolean isClass(String name) {
    return CLASSES.containsKey(name);
  }

  /// Empty if it is not one of pgvector's.
  public static Optional<OperatorClass> operatorClass(IndexElement element) {
    var name = element.operatorClass();
    return name == null ? Optional.empty() : Optional.ofNullable(CLASSES.get(name.name()));
  }

  /// What an index orders by: `ivfflat` has a default for one type.
  public static Optional<OperatorClass> effective(String method, IndexElement element) {
    return element.operatorClass() == null && method.equals(IVFFLAT)
        ? Optional.ofNullable(CLASSES.get("vector_l2_ops"))
        : operatorClass(element);
  }

  /// The type of an index key: of a column that is known, or of a cast. That of a domain is its
  /// base type without dimensions, which PostgreSQL does not look for there.
  public static Optional<TypeName> type(IndexElement element, QualifiedName table, RuleView view) {
    var column = element.column();
    if (column != null) {
      var type = view.catalog().column(table, column).map(found -> found.type());
      return type.flatMap(found -> base(found, view)).or(() -> type);
    }
    return element.expression().tree() instanceof Cast cast
        ? Optional.of(cast.type())
        : Optional.empty();
  }

  /// Whether the key is a column whose type is a domain.
  public static boolean isOfDomain(IndexElement element, QualifiedName table, RuleView view) {
    var column = element.column();
    return column != null
        && view.catalog()
            .column(table, column)
            .flatMap(found -> base(found.type(), view))
            .isPresent();
  }

  private static Optional<TypeName> base(TypeName type, RuleView view) {
    return view.catalog()
        .type(type.name())
        .filter(found -> found instanceof DomainType && type.arrayDimensions() == 0)
        .map(found -> ((DomainType) found).base())
        .map(base -> new TypeName(base.name(), List.of(), base.arrayDimensions(), false, null));
  }

  /// Whether it is a type of pgvector, not an array of it.
  public static boolean isVector(TypeName type) {
    return type.arrayDimensions() == 0 && TYPES.contains(type.name().name());
  }

  /// Its name without a schema: `vector`, `bit`, `vector[]`.
  public static String simpleName(TypeName type) {
    return type.name().name() + "[]".repeat(type.arrayDimensions());
  }

  /// Empty if the type has none, or a modifier that is not a number.
  public static Optional<Long> dimensions(TypeName type) {
    if (type.modifiers().isEmpty()) {
      return type.isBuiltIn("bit") ? Optional.of(1L) : Optional.empty();
    }
    return number(type.modifiers().getFirst());
  }

  /// The most that an index of that type holds; empty where only the elements that are not zero
  /// count.
  public static Optional<Integer> most(String type) {
    return Optional.ofNullable(MOST_DIMENSIONS.get(type));
  }

  public static Optional<Long> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  /// The distance operators that pgvector's queries order by.
  public static List<String> operators() {
    return List.of("<->", "<#>", "<=>", "<+>", "<~>", "<%>");
  }
}
