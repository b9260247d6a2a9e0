package dev.deed.lint.rule.failure;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Column;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.SequenceEffect.CreatesSequence;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TypeEffect;
import dev.deed.sql.effect.ViewEffect.CreatesView;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.DataType;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.DataType.EnumType;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.SchemaObject.Other;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds `IF NOT EXISTS` over an object that exists and is something else: the statement does
/// nothing, and its author believes that the object is as he wrote it. In a `DO` block, a condition
/// or an exception handler stands for the clause, which `CREATE TYPE` does not have.
final class ExistsDifferently implements EffectCheck<Effect> {

  private static final Map<String, String> SERIAL =
      Map.of("serial", "integer", "bigserial", "bigint", "smallserial", "smallint");

  /// @param clause what is written: `ADD COLUMN IF NOT EXISTS email integer`
  private record Difference(ObjectName object, String is, String clause, String advice) {}

  @Override
  public void check(Effect effect, RuleView view) {
    var known = new Known(view);
    difference(effect, view.isInBlock(), known)
        .ifPresent(d ->
            view.report(
                effect instanceof AddsColumn adds ? adds.column().span() : effect.span(),
                "%s exists already%s%s, so %s does nothing%s"
                    .formatted(
                        d.object().kind().isPartOfRelation()
                            ? d.object().text()
                            : d.object().name().dotted(),
                        d.is(),
                        known.created(d.object()),
                        view.isInBlock() ? d.clause().replace(" IF NOT EXISTS", "") : d.clause(),
                        view.isInBlock() ? " or fails" : ""),
                d.advice(),
                d.object()));
  }

  /// @param inBlock whether it runs only on a condition
  private static Optional<Difference> difference(Effect effect, boolean inBlock, Known known) {
    return switch (effect) {
      case AddsColumn e when e.ifNotExists() || inBlock -> column(e, known);
      case CreatesTable e when e.ifNotExists() || inBlock -> table(e, known);
      case CreatesIndex e when (e.ifNotExists() || inBlock) && e.name() != null -> index(e, known);
      case CreatesView e when e.ifNotExists() -> view(e, known);
      case CreatesSequence e when e.ifNotExists() || inBlock -> sequence(e, known);
      case TypeEffect e when inBlock -> type(e, known);
      case Creates e when e.ifNotExists() -> other(e, known);
      default -> Optional.empty();
    };
  }

  // Columns

  private static Optional<Difference> column(AddsColumn effect, Known known) {
    var wanted = effect.column();
    return known
        .column(effect.table(), wanted.name())
        .flatMap(c ->
            unlike(wanted, c, known)
                .map(is ->
                    new Difference(
                        c.name(),
                        is,
                        "ADD COLUMN IF NOT EXISTS %s %s"
                            .formatted(
                                Identifier.quoted(wanted.name()),
                                wanted.type() == null ? "" : wanted.type().text()),
                        "change the column that exists with ALTER COLUMN, or give the new one another name")));
  }

  /// What the column is instead, empty if it is as wanted.
  private static Optional<String> unlike(Column wanted, TableColumn column, Known known) {
    if (wanted.type() != null && isOther(known.type(wanted.type()), column.type())) {
      return Optional.of(" as " + column.type().text());
    }
    if (wanted.generated() != null && column.generated() == null) {
      return Optional.of(" as a column that is not generated");
    }
    if (wanted.identity() != null && column.identity() == null) {
      return Optional.of(" as a column that is not an identity");
    }
    if (wanted.notNull() && !column.notNull()) {
      return Optional.of(" without NOT NULL");
    }
    return wanted.defaultValue() != null
            && column.defaultValue() == null
            && column.generated() == null
        ? Optional.of(" without a default")
        : Optional.empty();
  }

  private static boolean isOther(TypeName wanted, TypeName type) {
    var plain =
        wanted.name().schema() == null && SERIAL.containsKey(wanted.name().name())
            ? TypeName.of(SERIAL.get(wanted.name().name()))
            : wanted;
    return Types.isClear(plain)
        && Types.isClear(type)
        && (Types.differ(plain, type) || !plain.modifiers().equals(type.modifiers()));
  }

  // Relations

  private static Optional<Difference> otherKind(
      ObjectName found, ObjectKind wanted, String clause, Known known) {
    return found.kind() == wanted
        ? Optional.empty()
        : Optional.of(
            new Difference(
                found,
                " as a " + known.kindOf(found),
                clause,
                "choose another name, or drop or rename the %s first"
                    .formatted(known.kindOf(found))));
  }

  private static Optional<Difference> table(CreatesTable effect, Known known) {
    if (effect.definition().persistence() == Persistence.TEMPORARY) {
      return Optional.empty();
    }
    var clause = "CREATE TABLE IF NOT EXISTS " + effect.table().dotted();
    var found = known.relationNamed(known.catalog().created(effect.table()));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var name = found.get();
    return otherKind(name, effect.kind(), clause, known)
        .or(() ->
            known
                .certain(name, Table.class)
                .flatMap(t -> columns(effect, t, known))
                .map(is ->
                    new Difference(
                        name,
                        is,
                        clause,
                        "add what the table lacks with ALTER TABLE, or give the new one another name")));
  }

  private static Optional<String> columns(CreatesTable effect, Table table, Known known) {
    var name = table.qualifiedName();
    if (!known.catalog().hasAllColumns(name)) {
      return Optional.empty();
    }
    for (var wanted : outputs(effect)) {
      if (known.catalog().column(name, wanted).isEmpty()) {
        return Optional.of(" without the column " + Identifier.quoted(wanted));
      }
    }
    for (var wanted : effect.definition().columns()) {
      var column = known.catalog().column(name, wanted.name());
      if (column.isEmpty()) {
        return Optional.of(" without the column " + Identifier.quoted(wanted.name()));
      }
      var is =
          effect.definition().as() == null
              ? unlike(wanted, column.get(), known)
              : Optional.<String>empty();
      if (is.isPresent() && !is.get().startsWith(" without")) {
        return Optional.of(
            " with the column %s%s".formatted(Identifier.quoted(wanted.name()), is.get()));
      }
    }
    var isPartitioned = effect.definition().partitionBy() != null;
    return isPartitioned != (table.partitionBy() != null)
        ? Optional.of(isPartitioned ? " and is not partitioned" : " and is partitioned")
        : Optional.empty();
  }

  /// The columns of the query of `CREATE TABLE ... AS`, as far as their names are known.
  private static List<String> outputs(CreatesTable effect) {
    var query = effect.definition().as();
    return query == null
            || !effect.definition().columns().isEmpty()
            || query.columns().contains("*")
        ? List.of()
        : query.columns().stream().filter(c -> !c.isEmpty()).toList();
  }

  private static Optional<Difference> index(CreatesIndex effect, Known known) {
    var table = known.name(effect.table());
    var clause = "CREATE INDEX IF NOT EXISTS " + effect.name();
    return known
        .relationNamed(table.renamed(String.valueOf(effect.name())))
        .flatMap(n ->
            otherKind(n, ObjectKind.INDEX, clause, known)
                .or(() ->
                    known
                        .certain(n, Index.class)
                        .flatMap(i -> unlike(effect, i, known))
                        .map(is ->
                            new Difference(
                                n,
                                is,
                                clause,
                                "give the new index another name, or drop the older one first"))));
  }

  private static Optional<String> unlike(CreatesIndex wanted, Index index, Known known) {
    if (!index.table().equals(known.name(wanted.table()))) {
      return Optional.of(" on " + index.table().dotted());
    }
    if (wanted.unique() != index.unique()) {
      return Optional.of(index.unique() ? " as a unique index" : " as an index that is not unique");
    }
    if (!wanted.method().equals(index.method())) {
      return Optional.of(" as a %s index".formatted(index.method()));
    }
    var is = keys(index.elements());
    if (!keys(wanted.elements()).equals(is) && is.stream().allMatch(k -> !k.isEmpty())) {
      return Optional.of(" on (%s)".formatted(String.join(", ", is)));
    }
    return (wanted.where() == null) != (index.where() == null)
        ? Optional.of(index.where() == null ? " without WHERE" : " with WHERE")
        : Optional.empty();
  }

  /// Expressions are not compared: the same one may be spelled in several ways.
  private static List<String> keys(List<dev.deed.sql.effect.IndexElement> elements) {
    return elements.stream()
        .map(e -> e.column() == null ? "" : e.column() + (e.descending() ? " DESC" : ""))
        .toList();
  }

  private static Optional<Difference> view(CreatesView effect, Known known) {
    var clause = "CREATE MATERIALIZED VIEW IF NOT EXISTS " + effect.view().dotted();
    return known
        .relationNamed(known.catalog().created(effect.view()))
        .flatMap(n ->
            otherKind(n, effect.kind(), clause, known)
                .or(() ->
                    known
                        .certain(n, View.class)
                        .filter(v -> isOther(effect, v))
                        .map(v ->
                            new Difference(
                                n,
                                " with the columns " + String.join(", ", v.columns()),
                                clause,
                                "drop the older one first, or give the new one another name"))));
  }

  private static boolean isOther(CreatesView effect, View view) {
    var wanted = effect.columns().isEmpty() ? effect.query().columns() : effect.columns();
    return !view.columns().equals(wanted)
        && java.util.stream.Stream.concat(view.columns().stream(), wanted.stream())
            .noneMatch(c -> c.isEmpty() || c.equals("*"));
  }

  private static Optional<Difference> sequence(CreatesSequence effect, Known known) {
    if (effect.persistence() == Persistence.TEMPORARY) {
      return Optional.empty();
    }
    var clause = "CREATE SEQUENCE IF NOT EXISTS " + effect.sequence().dotted();
    return known
        .relationNamed(known.catalog().created(effect.sequence()))
        .flatMap(n ->
            otherKind(n, ObjectKind.SEQUENCE, clause, known)
                .or(() ->
                    known
                        .certain(n, Sequence.class)
                        .flatMap(s -> unlike(effect, s))
                        .map(is ->
                            new Difference(
                                n, is, clause, "change the sequence with ALTER SEQUENCE"))));
  }

  private static Optional<String> unlike(CreatesSequence wanted, Sequence sequence) {
    var increment = wanted.options().values().get("increment");
    if (increment != null && !increment.equals(Long.toString(sequence.increment()))) {
      return Optional.of(" with INCREMENT " + sequence.increment());
    }
    var type = wanted.options().values().get("as");
    return type != null && !type.equals(sequence.type())
        ? Optional.of(" as " + sequence.type())
        : Optional.empty();
  }

  // Types

  private static Optional<Difference> type(TypeEffect effect, Known known) {
    return known
        .catalog()
        .type(known.catalog().created(effect.type()))
        .filter(t -> known.catalog().isCertain(t.name()))
        .flatMap(t ->
            unlike(effect, t, known)
                .map(is ->
                    new Difference(
                        t.name(),
                        is,
                        "CREATE %s %s"
                            .formatted(
                                effect.kind().words().toUpperCase(Locale.ROOT),
                                effect.type().dotted()),
                        "change the type that exists with ALTER TYPE, or give the new one another name")));
  }

  private static Optional<String> unlike(TypeEffect wanted, DataType type, Known known) {
    return switch (wanted) {
      case TypeEffect.CreatesEnum e ->
          type instanceof EnumType is && is.labels().equals(e.labels())
              ? Optional.empty()
              : Optional.of(
                  type instanceof EnumType is
                      ? " with the values " + String.join(", ", is.labels())
                      : " as another kind of type");
      case TypeEffect.CreatesComposite e ->
          type instanceof CompositeType is
              ? e.attributes().stream()
                  .filter(a -> is.fields().stream().noneMatch(f -> f.name().equals(a.name())))
                  .findFirst()
                  .map(a -> " without the attribute " + Identifier.quoted(a.name()))
              : Optional.of(" as another kind of type");
      case TypeEffect.CreatesDomain e ->
          type instanceof DomainType is
              ? Optional.of(" over " + is.base().text())
                  .filter(_ -> isOther(known.type(e.base()), is.base()))
              : Optional.of(" as another kind of type");
      default -> Optional.empty();
    };
  }

  /// Statistics, collations, servers: the definition is compared as a whole.
  private static Optional<Difference> other(Creates effect, Known known) {
    var object = effect.object();
    if (object.kind() == ObjectKind.SCHEMA || object.kind() == ObjectKind.USER_MAPPING) {
      return Optional.empty();
    }
    var name =
        object.kind().isInSchema() ? object.named(known.catalog().created(object.name())) : object;
    return known
        .certain(name, Other.class)
        .filter(o -> o.changes().isEmpty() && !same(o, effect))
        .map(o ->
            new Difference(
                name,
                " with another definition",
                "CREATE %s IF NOT EXISTS".formatted(name.kind().words().toUpperCase(Locale.ROOT)),
                "drop the older one first, or give the new one another name"));
  }

  private static boolean same(Other older, Creates wanted) {
    return Objects.equals(unqualified(older.definition()), unqualified(wanted.definition()));
  }

  private static @Nullable String unqualified(String definition) {
    return definition.replaceAll("\\bpublic ?\\. ?", "");
  }
}
