package dev.deed.expand;

import dev.deed.expand.Request.RemoveEnumValue;
import dev.deed.expand.Request.TextToEnum;
import dev.deed.expand.TypeChange.Around;
import dev.deed.sql.Identifier;
import dev.deed.sql.Nearest;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Case;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.Expression.When;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.DataType.EnumType;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationLiteral;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.Routine;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Changes of a column to an enum type, or to an enum type with fewer values.
record EnumChange(TargetTable target, ExpandSettings settings) {

  private static final TypeName TEXT = TypeName.of("text");

  TypeChange to(TextToEnum request) {
    var column = target.column(request.column());
    var name = typeName(request.type());
    var known = enumOf(name);
    if (known == null && request.values().isEmpty()) {
      throw new NotExpanded(
          "there is no enum %s".formatted(name.dotted()),
          "name its values, and it is made: --values one,two,three");
    }
    if (known != null && !request.values().isEmpty() && !known.labels().equals(request.values())) {
      throw new NotExpanded(
          "enum %s has the values %s".formatted(name.dotted(), String.join(", ", known.labels())),
          "leave out --values, or name another type");
    }
    var labels = known == null ? request.values() : known.labels();
    var type = new TypeName(name, List.of(), 0, false, null);
    var create = "CREATE TYPE %s AS ENUM (%s)".formatted(name.quoted(), literals(labels));
    var look = look(column, labels);
    return new TypeChange(
        target,
        settings,
        request.operation(),
        column,
        type,
        new Conversion(
            new Cast(Conversion.column(column.part()), TEXT),
            new Cast(Conversion.column(column.part()), TEXT)),
        null,
        new Around(
            labels,
            List.of(
                known == null ? create : "SELECT enum_range(NULL::%s)".formatted(name.quoted()),
                look),
            known == null ? List.of("DROP TYPE " + name.quoted()) : List.of(),
            List.of(),
            List.of(),
            List.of(
                "a value outside %s makes the expansion fail before anything is changed, and names it; afterwards it makes a write fail"
                    .formatted(name.dotted())),
            null));
  }

  /// Values outside the enum, shown before anything is changed.
  private String look(TableColumn column, List<String> labels) {
    return "-- deed: expect SELECT coalesce(string_agg(DISTINCT %2$s::text, ', '), 'none') FROM %1$s WHERE %2$s::text NOT IN (%3$s) = none"
        .formatted(target.quoted(), Identifier.quoted(column.part()), literals(labels));
  }

  TypeChange without(RemoveEnumValue request) {
    var column = target.column(request.column());
    var old = enumOf(column.type().name());
    if (old == null || column.type().arrayDimensions() > 0) {
      throw new NotExpanded(
          "%s has type %s, which is not an enum"
              .formatted(column.name().text(), column.type().text()),
          "name a column of an enum type");
    }
    var obstacles = new Obstacles(target, settings);
    for (var value : List.of(request.value(), request.instead())) {
      if (!old.labels().contains(value)) {
        obstacles.add(
            "enum %s has no value %s".formatted(old.qualifiedName().dotted(), value),
            Nearest.of(value, old.labels())
                .map("did you mean %s?"::formatted)
                .orElse("its values are " + String.join(", ", old.labels())));
      }
    }
    others(column, old)
        .forEach(c ->
            obstacles.add(
                "%s has the type %s, too".formatted(c.name().text(), old.qualifiedName().dotted()),
                "give one of them a type of its own first: deed expand text-to-enum"));
    bound(old.qualifiedName(), obstacles);
    new LostLabel(
            target,
            new Dependants(target, settings),
            old.qualifiedName(),
            column.part(),
            request.value())
        .obstacles(obstacles);
    obstacles.refuse();
    var names = new Names(target.schema(), target.name());
    var next = old.qualifiedName().renamed(names.free("deed_" + old.qualifiedName().name()));
    var type = new TypeName(next, List.of(), 0, false, null);
    var labels = old.labels().stream().filter(l -> !l.equals(request.value())).toList();
    var text = new Cast(Conversion.column(column.part()), TEXT);
    var create = "CREATE TYPE %s AS ENUM (%s)".formatted(next.quoted(), literals(labels));
    return new TypeChange(
        target,
        settings,
        request.operation(),
        column,
        type,
        new Conversion(
            new Case(
                text, List.of(new When(string(request.value()), string(request.instead()))), text),
            text),
        null,
        new Around(
            List.of(),
            List.of(create),
            List.of("DROP TYPE " + next.quoted()),
            List.of("DROP TYPE " + old.qualifiedName().quoted()),
            List.of(
                "CREATE TYPE %s AS ENUM (%s)"
                    .formatted(old.qualifiedName().quoted(), literals(old.labels()))),
            List.of(
                "rows with %s become %s: that cannot be taken back after the contract"
                    .formatted(request.value(), request.instead())),
            new TypeSwap(
                old.qualifiedName(),
                next,
                old.qualifiedName().renamed(names.free(next.name() + "_between")))));
  }

  private List<TableColumn> others(TableColumn column, EnumType type) {
    var partitions = target.partitions().stream().map(Table::qualifiedName).toList();
    return target.schema().objects().stream()
        .filter(TableColumn.class::isInstance)
        .map(TableColumn.class::cast)
        .filter(
            c -> c.type().name().equals(type.qualifiedName()) && !c.name().equals(column.name()))
        .filter(c -> !(c.part().equals(column.part()) && partitions.contains(c.relation())))
        .toList();
  }

  /// What is bound to the type and not to its name: after the switch it would still mean the old
  /// one, and calls with the column's values would fail.
  private void bound(QualifiedName type, Obstacles obstacles) {
    for (var object : target.schema().objects()) {
      switch (object) {
        case Routine routine when isNamed(routine, type) ->
            obstacles.add(
                "%s is bound to the type %s: after the switch no value of the column fits it"
                    .formatted(routine.name().words(), type.dotted()),
                "let it take and return text first, and drop the one with the enum");
        case DomainType domain when domain.base().name().equals(type) ->
            obstacles.add(
                "%s is over the type %s".formatted(domain.name().words(), type.dotted()),
                "give what uses it the type text first, and drop it: DROP DOMAIN "
                    + domain.qualifiedName().quoted());
        case CompositeType row ->
            row.fields().stream()
                .filter(field -> field.type().name().equals(type))
                .forEach(field ->
                    obstacles.add(
                        "field %s of %s has the type %s, too"
                            .formatted(field.name(), row.name().words(), type.dotted()),
                        "give it another type first: ALTER TYPE %s ALTER ATTRIBUTE %s TYPE text"
                            .formatted(
                                row.qualifiedName().quoted(), Identifier.quoted(field.name()))));
        default -> {}
      }
    }
  }

  private static boolean isNamed(Routine routine, QualifiedName type) {
    return Stream.of(routine.arguments(), routine.returnsTable())
            .flatMap(List::stream)
            .anyMatch(argument -> argument.type().name().equals(type))
        || (routine.returns() != null && routine.returns().name().equals(type));
  }

  private QualifiedName typeName(String text) {
    var name = RelationLiteral.parse(text);
    if (name.schema() != null) {
      return name;
    }
    for (var schema : settings.searchPath()) {
      if (enumOf(name.in(schema)) != null) {
        return name.in(schema);
      }
    }
    return QualifiedName.of(target.name().schema(), name.name());
  }

  private @Nullable EnumType enumOf(QualifiedName name) {
    return target.schema().find(ObjectName.of(ObjectKind.TYPE, name)).orElse(null)
            instanceof EnumType known
        ? known
        : null;
  }

  private static Expression string(String text) {
    return new Constant(ConstantKind.STRING, text);
  }

  private static String literals(List<String> labels) {
    return labels.stream().map(StringConstant::of).collect(Collectors.joining(", "));
  }
}
