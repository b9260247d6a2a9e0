package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a way back of a contract refuses before it changes anything: rows that were written since,
/// and that the old columns, or what hung on them, cannot have.
///
/// @param settings who owns what
/// @param backs each old column with its value from the columns that are there now
/// @param news the columns that are there now, with their types
/// @param key the columns of the primary key, as they are called now
/// @param butKept a condition for the rows whose old values are not kept, `""` for all
record BackCheck(
    TargetTable target,
    ExpandSettings settings,
    Map<TableColumn, Expression> backs,
    Map<String, TypeName> news,
    List<String> key,
    String butKept) {

  BackCheck {
    backs = new LinkedHashMap<>(backs);
    news = new LinkedHashMap<>(news);
    key = List.copyOf(key);
  }

  private static final Map<String, List<String>> BOUNDS =
      Map.of(
          "smallint", List.of("-32768", "32767"),
          "integer", List.of("-2147483648", "2147483647"),
          "bigint", List.of("-9223372036854775808", "9223372036854775807"));

  private static final Set<String> TEXTS = Set.of("text", "character varying");

  /// Looks at every row, since a list of values that do not fit cannot be had for any type. The
  /// rows are looked at one by one only where there are such.
  private static final String CONVERT =
      """
      DO $deed$
      DECLARE
          deed_row record;
          deed_value %1$s;
          deed_reason text;
          deed_found text[];
      BEGIN
          PERFORM count(%2$s) FROM %3$s;
      EXCEPTION WHEN data_exception OR integrity_constraint_violation OR raise_exception THEN
          deed_reason := SQLERRM;
          FOR deed_row IN SELECT ctid AS deed_ctid, * FROM %3$s LOOP
              BEGIN
                  deed_value := %4$s;
              EXCEPTION WHEN OTHERS THEN
                  deed_found := array_append(deed_found, format(%5$s, %6$s));
                  EXIT WHEN cardinality(deed_found) = 10;
              END;
          END LOOP;
          RAISE EXCEPTION USING
              MESSAGE = %7$s || deed_reason,
              HINT = %8$s || coalesce(array_to_string(deed_found, ', '), 'NULL') || ')';
      END
      $deed$\
      """;

  List<String> refusals() {
    var refusals = new ArrayList<String>();
    backs.forEach((column, back) -> {
      refusals.addAll(ofValues(column, back));
      ofSequence(column).forEach(refusals::add);
    });
    var uncertain = backs.keySet().stream().filter(column -> !isCopied(column)).toList();
    uncertain.stream().flatMap(this::ofChecks).distinct().forEach(refusals::add);
    uncertain.stream().flatMap(this::ofIndexes).distinct().forEach(refusals::add);
    uncertain.stream().flatMap(this::ofKeys).distinct().forEach(refusals::add);
    return refusals;
  }

  // The values alone

  private List<String> ofValues(TableColumn column, Expression back) {
    var refusals = new ArrayList<String>();
    var value = value(column);
    if (!isCopied(column)) {
      refusals.add(convert(column, back));
    }
    var bounds = bounds(column.type());
    if (isCopied(column) && !bounds.isEmpty() && !column.type().equals(given(back))) {
      refusals.add(
          RowsAgainst.of(
                  target,
                  "%1$s < %2$s OR %1$s > %3$s"
                      .formatted(Expressions.sql(back), bounds.getFirst(), bounds.getLast()))
              .refuse(
                  "%s is too small for some rows of %s".formatted(label(column), shown()),
                  change()));
    }
    var tooLong = Uncut.isTooLong(target.schema(), column.type(), value);
    if (!tooLong.isEmpty()) {
      refusals.add(
          RowsAgainst.of(target, tooLong + butKept)
              .refuse(
                  "%s is too short for some rows of %s".formatted(label(column), shown()),
                  change()));
    }
    if (column.notNull()) {
      refusals.add(
          RowsAgainst.of(target, "(%s) IS NULL%s".formatted(value, butKept))
              .refuse(
                  "%s is NOT NULL, and some rows of %s have no value for it"
                      .formatted(label(column), shown()),
                  "set %s of the rows".formatted(newNames())));
    }
    return refusals;
  }

  private String convert(TableColumn column, Expression back) {
    var isKeyed = !key.isEmpty();
    var keys = isKeyed ? key.stream().map(Identifier::quoted).toList() : List.of("ctid");
    var tuple = isKeyed && keys.size() > 1;
    var pattern = keys.stream().map(_ -> "%L").collect(Collectors.joining(", "));
    return CONVERT.formatted(
        column.type().text(),
        value(column),
        target.quoted(),
        Expressions.sql(
            new Cast(
                Expressions.withColumns(back, name -> new Column(List.of("deed_row", name))),
                Uncut.of(target.schema(), column.type()))),
        StringConstant.of(tuple ? "(" + pattern + ")" : pattern),
        isKeyed
            ? keys.stream().map(k -> "deed_row." + k).collect(Collectors.joining(", "))
            : "deed_row.deed_ctid",
        StringConstant.of(
            "%s cannot take the values of some rows of %s: ".formatted(label(column), shown())),
        StringConstant.of(
            "%s that this finds, then try again: SELECT * FROM %s WHERE (%s) IN ("
                .formatted(change(), target.quoted(), String.join(", ", keys))));
  }

  /// A row that is inserted after the way back takes its next value for the old column, too.
  private Stream<String> ofSequence(TableColumn column) {
    var bounds = bounds(column.type());
    return bounds.isEmpty()
        ? Stream.empty()
        : target.sequenceOf(column).stream().map(sequence -> ofSequence(column, sequence, bounds));
  }

  private String ofSequence(TableColumn column, Sequence sequence, List<String> bounds) {
    var name = sequence.qualifiedName();
    return new RowsAgainst(
            "FROM %s WHERE last_value < %s OR last_value > %s"
                .formatted(name.quoted(), bounds.getFirst(), bounds.getLast()))
        .refuse(
            "%s is too small for the next values of sequence %s"
                .formatted(label(column), name.dotted()),
            "set it to a value (setval) below all those",
            "last_value");
  }

  // What hung on the column

  private Stream<String> ofChecks(TableColumn column) {
    return target.constraintsOn(column.part()).stream()
        .filter(c -> c.rule() instanceof Check && c.validated())
        .map(c ->
            RowsAgainst.of(
                    target,
                    "NOT (%s)%s".formatted(back(((Check) c.rule()).condition().tree()), butKept))
                .refuse(
                    "some rows of %s do not meet the old check %s".formatted(shown(), c.part()),
                    change()));
  }

  private Stream<String> ofIndexes(TableColumn column) {
    return target.indexesOn(column.part()).stream().filter(Index::unique).map(this::ofIndex);
  }

  private String ofIndex(Index index) {
    var elements = index.elements().stream().map(e -> back(e.expression().tree())).toList();
    var conditions =
        new ArrayList<>(
            index.nullsNotDistinct()
                ? List.<String>of()
                : elements.stream().map(e -> "(" + e + ") IS NOT NULL").toList());
    if (index.where() != null) {
      conditions.add("(" + back(index.where().tree()) + ")");
    }
    conditions.addFirst("true" + butKept);
    var list = String.join(", ", elements);
    return new RowsAgainst(
            "FROM %s WHERE %s GROUP BY %s HAVING count(*) > 1"
                .formatted(target.quoted(), String.join(" AND ", conditions), list))
        .refuse(
            "several rows of %s would be equal in the old unique index %s"
                .formatted(shown(), index.qualifiedName().dotted()),
            change(),
            list);
  }

  /// Not those to a table of another service, which this one may have no right to read.
  private Stream<String> ofKeys(TableColumn column) {
    return target.constraintsOn(column.part()).stream()
        .filter(c ->
            c.rule() instanceof ForeignKey key
                && c.validated()
                && !key.period()
                && !key.parent().equals(target.name())
                && !new Obstacles(target, settings).isOthers(ObjectName.table(key.parent())))
        .map(c -> ofKey(c.part(), (ForeignKey) c.rule()));
  }

  private String ofKey(String name, ForeignKey foreign) {
    var conditions = new ArrayList<String>();
    var match = new ArrayList<String>();
    for (var i = 0; i < foreign.columns().size(); i++) {
      var own = "(" + back(new Column(List.of(foreign.columns().get(i)))) + ")";
      conditions.add(own + " IS NOT NULL");
      match.add(
          "deed_parent.%s = %s".formatted(Identifier.quoted(foreign.parentColumns().get(i)), own));
    }
    conditions.add(
        "NOT EXISTS (SELECT FROM %s deed_parent WHERE %s)"
            .formatted(foreign.parent().quoted(), String.join(" AND ", match)));
    return RowsAgainst.of(target, String.join(" AND ", conditions) + butKept)
        .refuse(
            "some rows of %s have no row in %s for the old foreign key %s"
                .formatted(shown(), foreign.parent().dotted(), name),
            change());
  }

  // Words

  private String shown() {
    return target.name().dotted();
  }

  private String change() {
    return "change %s of the rows".formatted(newNames());
  }

  private String newNames() {
    return news.keySet().stream().map(Identifier::quoted).collect(Collectors.joining(", "));
  }

  /// The new column may have the same name.
  private static String label(TableColumn column) {
    return "the old %s (%s)".formatted(Identifier.quoted(column.part()), column.type().text());
  }

  // Values

  /// Over the columns that are there now; they are named with their table, so that a query can
  /// stand around it.
  private String back(Expression expression) {
    return Expressions.sql(
        Expressions.withColumns(
            expression,
            name ->
                backs.keySet().stream()
                    .filter(column -> column.part().equals(name))
                    .findFirst()
                    .map(this::cast)
                    .orElse(named(name))));
  }

  private Expression cast(TableColumn column) {
    return new Cast(
        Expressions.withColumns(backs.getOrDefault(column, Conversion.column("")), this::named),
        Uncut.of(target.schema(), column.type()));
  }

  private String value(TableColumn column) {
    return "(" + Expressions.sql(cast(column)) + ")";
  }

  private Expression named(String column) {
    return new Column(
        Stream.of(target.name().schema(), target.name().name(), column)
            .flatMap(Stream::ofNullable)
            .toList());
  }

  /// The new column has the values of the old one as they are: what hung on the old one holds for
  /// it, and only its range and its length can be in the way.
  private boolean isCopied(TableColumn column) {
    var given = given(backs.getOrDefault(column, Conversion.column("")));
    if (given == null || given.arrayDimensions() > 0) {
      return false;
    }
    var type = column.type();
    return isDomain(type)
        ? false
        : (!bounds(type).isEmpty() && !bounds(given).isEmpty()) || (isText(type) && isText(given));
  }

  private boolean isDomain(TypeName type) {
    return target.schema().find(ObjectName.of(ObjectKind.DOMAIN, type.name())).orElse(null)
        instanceof DomainType;
  }

  private static boolean isText(TypeName type) {
    return type.arrayDimensions() == 0
        && type.name().schema() == null
        && TEXTS.contains(type.name().name());
  }

  private static List<String> bounds(TypeName type) {
    return type.arrayDimensions() > 0 || type.name().schema() != null
        ? List.of()
        : BOUNDS.getOrDefault(type.name().name(), List.of());
  }

  /// The type of a value that is a new column, as it is or as text; null for any other.
  private @Nullable TypeName given(Expression back) {
    return switch (back) {
      case Column column -> news.get(column.name());
      case Cast(Column _, var type) when isText(type) -> type;
      default -> null;
    };
  }
}
