package dev.deed.lint.rule.failure;

import dev.deed.lint.facts.VectorIndexes;
import dev.deed.sql.Identifier;
import dev.deed.sql.Nearest;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.BuiltIns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Operator classes that an index method does not have, or that do not take the column's type.
final class OperatorClassNames implements Refusals {

  /// Later versions may have classes that are not known here.
  private static final int LAST_KNOWN = 18;

  /// Method, type, and its classes in `pg_catalog`, the same from PostgreSQL 14 to 18.
  private static final String CLASSES =
      """
      brin|"char"|char_bloom_ops char_minmax_ops
      brin|anyrange|range_inclusion_ops
      brin|bigint|int8_bloom_ops int8_minmax_multi_ops int8_minmax_ops
      brin|bit|bit_minmax_ops
      brin|bit varying|varbit_minmax_ops
      brin|box|box_inclusion_ops
      brin|bytea|bytea_bloom_ops bytea_minmax_ops
      brin|character|bpchar_bloom_ops bpchar_minmax_ops
      brin|date|date_bloom_ops date_minmax_multi_ops date_minmax_ops
      brin|double precision|float8_bloom_ops float8_minmax_multi_ops float8_minmax_ops
      brin|inet|inet_bloom_ops inet_inclusion_ops inet_minmax_multi_ops inet_minmax_ops
      brin|integer|int4_bloom_ops int4_minmax_multi_ops int4_minmax_ops
      brin|interval|interval_bloom_ops interval_minmax_multi_ops interval_minmax_ops
      brin|macaddr|macaddr_bloom_ops macaddr_minmax_multi_ops macaddr_minmax_ops
      brin|macaddr8|macaddr8_bloom_ops macaddr8_minmax_multi_ops macaddr8_minmax_ops
      brin|name|name_bloom_ops name_minmax_ops
      brin|numeric|numeric_bloom_ops numeric_minmax_multi_ops numeric_minmax_ops
      brin|oid|oid_bloom_ops oid_minmax_multi_ops oid_minmax_ops
      brin|pg_lsn|pg_lsn_bloom_ops pg_lsn_minmax_multi_ops pg_lsn_minmax_ops
      brin|real|float4_bloom_ops float4_minmax_multi_ops float4_minmax_ops
      brin|smallint|int2_bloom_ops int2_minmax_multi_ops int2_minmax_ops
      brin|text|text_bloom_ops text_minmax_ops
      brin|tid|tid_bloom_ops tid_minmax_multi_ops tid_minmax_ops
      brin|time with time zone|timetz_bloom_ops timetz_minmax_multi_ops timetz_minmax_ops
      brin|time without time zone|time_bloom_ops time_minmax_multi_ops time_minmax_ops
      brin|timestamp with time zone|timestamptz_bloom_ops timestamptz_minmax_multi_ops timestamptz_minmax_ops
      brin|timestamp without time zone|timestamp_bloom_ops timestamp_minmax_multi_ops timestamp_minmax_ops
      brin|uuid|uuid_bloom_ops uuid_minmax_multi_ops uuid_minmax_ops
      btree|"char"|char_ops
      btree|anyarray|array_ops
      btree|anyenum|enum_ops
      btree|anymultirange|multirange_ops
      btree|anyrange|range_ops
      btree|bigint|int8_ops
      btree|bit|bit_ops
      btree|bit varying|varbit_ops
      btree|boolean|bool_ops
      btree|bytea|bytea_ops
      btree|character|bpchar_ops bpchar_pattern_ops
      btree|date|date_ops
      btree|double precision|float8_ops
      btree|inet|cidr_ops inet_ops
      btree|integer|int4_ops
      btree|interval|interval_ops
      btree|jsonb|jsonb_ops
      btree|macaddr|macaddr_ops
      btree|macaddr8|macaddr8_ops
      btree|money|money_ops
      btree|name|name_ops
      btree|numeric|numeric_ops
      btree|oid|oid_ops
      btree|oidvector|oidvector_ops
      btree|pg_lsn|pg_lsn_ops
      btree|real|float4_ops
      btree|record|record_image_ops record_ops
      btree|smallint|int2_ops
      btree|text|text_ops text_pattern_ops varchar_ops varchar_pattern_ops
      btree|tid|tid_ops
      btree|time with time zone|timetz_ops
      btree|time without time zone|time_ops
      btree|timestamp with time zone|timestamptz_ops
      btree|timestamp without time zone|timestamp_ops
      btree|tsquery|tsquery_ops
      btree|tsvector|tsvector_ops
      btree|uuid|uuid_ops
      btree|xid8|xid8_ops
      gin|anyarray|array_ops
      gin|jsonb|jsonb_ops jsonb_path_ops
      gin|tsvector|tsvector_ops
      gist|anymultirange|multirange_ops
      gist|anyrange|range_ops
      gist|box|box_ops
      gist|circle|circle_ops
      gist|inet|inet_ops
      gist|point|point_ops
      gist|polygon|poly_ops
      gist|tsquery|tsquery_ops
      gist|tsvector|tsvector_ops
      hash|"char"|char_ops
      hash|aclitem|aclitem_ops
      hash|anyarray|array_ops
      hash|anyenum|enum_ops
      hash|anymultirange|multirange_ops
      hash|anyrange|range_ops
      hash|bigint|int8_ops
      hash|boolean|bool_ops
      hash|bytea|bytea_ops
      hash|character|bpchar_ops bpchar_pattern_ops
      hash|cid|cid_ops
      hash|date|date_ops
      hash|double precision|float8_ops
      hash|inet|cidr_ops inet_ops
      hash|integer|int4_ops
      hash|interval|interval_ops
      hash|jsonb|jsonb_ops
      hash|macaddr|macaddr_ops
      hash|macaddr8|macaddr8_ops
      hash|name|name_ops
      hash|numeric|numeric_ops
      hash|oid|oid_ops
      hash|oidvector|oidvector_ops
      hash|pg_lsn|pg_lsn_ops
      hash|real|float4_ops
      hash|record|record_ops
      hash|smallint|int2_ops
      hash|text|text_ops text_pattern_ops varchar_ops varchar_pattern_ops
      hash|tid|tid_ops
      hash|time with time zone|timetz_ops
      hash|time without time zone|time_ops
      hash|timestamp with time zone|timestamptz_ops
      hash|timestamp without time zone|timestamp_ops
      hash|uuid|uuid_ops
      hash|xid|xid_ops
      hash|xid8|xid8_ops
      spgist|anyrange|range_ops
      spgist|box|box_ops
      spgist|inet|inet_ops
      spgist|point|kd_point_ops quad_point_ops
      spgist|polygon|poly_ops
      spgist|text|text_ops
      """;

  /// By method and class, the type that it takes.
  private static final Map<String, Map<String, String>> TAKEN = new HashMap<>();

  static {
    for (var line : CLASSES.split("\n")) {
      var parts = line.strip().split("\\|");
      for (var name : parts[2].split(" ")) {
        TAKEN.computeIfAbsent(parts[0], _ -> new HashMap<>()).put(name, parts[1]);
      }
    }
  }

  /// Types whose values PostgreSQL takes for those of another one without a conversion.
  private static final Map<String, Set<String>> SAME =
      Map.of(
          "text", Set.of("text", "character varying"),
          "character", Set.of("character", "text", "character varying"),
          "inet", Set.of("inet", "cidr"),
          "bit", Set.of("bit", "bit varying"),
          "bit varying", Set.of("bit", "bit varying"));

  /// Built-in types without a class that takes another type as well.
  private static final Set<String> JUDGED =
      Set.of(
          "bigint",
          "boolean",
          "bytea",
          "character",
          "character varying",
          "date",
          "double precision",
          "integer",
          "interval",
          "jsonb",
          "money",
          "numeric",
          "real",
          "smallint",
          "text",
          "timestamp with time zone",
          "timestamp without time zone",
          "tsvector",
          "uuid");

  /// Extensions that bring classes which are not known by name.
  private static final List<String> BRINGING =
      List.of("btree_gin", "btree_gist", "postgis", "bloom", "rum", "seg", "isn", "cube");

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(CreatesIndex.class, AddsConstraint.class, CreatesTable.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    if (known.postgres() > LAST_KNOWN || known.catalog().hasAny(ObjectKind.OPERATOR_CLASS)) {
      return Optional.empty();
    }
    return switch (effect) {
      case CreatesIndex e -> first(e.elements(), e.method(), e.table(), e.span(), known);
      case AddsConstraint e -> constraint(e.constraint(), e.table(), known);
      case CreatesTable e ->
          e.definition().constraints().stream()
              .flatMap(c -> constraint(c, e.table(), known).stream())
              .findFirst();
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> constraint(
      Constraint constraint, QualifiedName table, Known known) {
    return constraint.rule() instanceof Constraint.Exclude exclude
        ? first(
            exclude.elements().stream().map(e -> e.element()).toList(),
            exclude.method(),
            table,
            constraint.span(),
            known)
        : Optional.empty();
  }

  private static Optional<Refusal> first(
      List<IndexElement> elements, String method, QualifiedName table, Span span, Known known) {
    if (!TAKEN.containsKey(method)) {
      return unknownMethod(method, span, known);
    }
    for (var element : elements) {
      var written = element.operatorClass();
      if (written != null && isOfServer(written)) {
        var found = ofClass(written.name(), element, method, table, span, known);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> classes(String method) {
    return TAKEN.getOrDefault(method, Map.of());
  }

  private static Optional<Refusal> unknownMethod(String method, Span span, Known known) {
    if (known.catalog().hasAny(ObjectKind.ACCESS_METHOD)) {
      return Optional.empty();
    }
    var extension = BuiltIns.extensionOfAccessMethod(method);
    if (extension != null) {
      return known.catalog().isMissingExtension(extension.name().name())
          ? Refusal.of(
              span,
              "PostgreSQL has no index method %s without the extension %s"
                  .formatted(method, extension.name().name()),
              "CREATE EXTENSION %s first; %s"
                  .formatted(Identifier.quoted(extension.name().name()), Known.FROM_OUTSIDE))
          : Optional.empty();
    }
    return Nearest.of(method, TAKEN.keySet())
        .filter(_ -> known.catalog().isComplete())
        .flatMap(n ->
            Refusal.of(
                span,
                "PostgreSQL has no index method " + method,
                "did you mean USING %s?".formatted(n)));
  }

  private static boolean isOfServer(QualifiedName name) {
    return name.schema() == null || name.schema().equals("pg_catalog");
  }

  private static Optional<Refusal> ofClass(
      String name,
      IndexElement element,
      String method,
      QualifiedName table,
      Span span,
      Known known) {
    var takes = classes(method).get(name);
    if (takes == null) {
      return missing(name, method, span, known);
    }
    var column = element.column();
    var type = column == null ? null : known.typeOf(table, column).orElse(null);
    return column != null && type != null && isRefused(type, takes)
        ? Refusal.of(
            span,
            "the operator class %s does not take %s, the type of %s"
                .formatted(name, type.text(), Identifier.quoted(column)),
            "leave the operator class out, or name one for %s".formatted(type.text()))
        : Optional.empty();
  }

  private static boolean isRefused(TypeName type, String takes) {
    return Types.isBuiltIn(type)
        && type.arrayDimensions() == 0
        && JUDGED.contains(type.name().name())
        && !SAME.getOrDefault(takes, Set.of(takes)).contains(type.name().name());
  }

  private static Optional<Refusal> missing(String name, String method, Span span, Known known) {
    if (VectorIndexes.isClass(name)) {
      return Refusal.of(
          span,
          "the index method %s has no operator class %s".formatted(method, name),
          "write USING hnsw");
    }
    var extension = BuiltIns.extensionOfOperatorClass(name);
    if (!(extension == null
        ? known.catalog().isComplete() && BRINGING.stream().noneMatch(e -> has(e, known))
        : known.catalog().isMissingExtension(extension.name().name()))) {
      return Optional.empty();
    }
    return Refusal.of(
        span,
        "the index method %s has no operator class %s".formatted(method, name),
        extension == null
            ? Known.near(name, classes(method).keySet(), otherwise(name, method))
            : "CREATE EXTENSION %s first; %s"
                .formatted(Identifier.quoted(extension.name().name()), Known.FROM_OUTSIDE));
  }

  private static String otherwise(String name, String method) {
    return TAKEN.entrySet().stream()
        .filter(e -> !e.getKey().equals(method) && e.getValue().containsKey(name))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .map(m -> "write USING " + m)
        .orElse("name an operator class that the method has");
  }

  private static boolean has(String extension, Known known) {
    return known.catalog().find(ObjectName.of(ObjectKind.EXTENSION, extension)).isPresent();
  }
}
