package dev.deed.expand;

import dev.deed.expand.Request.ChangeType;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Case;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column gets another type: how its values are converted, and back.
record TypeChange(
    TargetTable target,
    ExpandSettings settings,
    String operation,
    TableColumn column,
    TypeName type,
    Conversion conversion,
    @Nullable String newName,
    Around around) {

  /// What else the change needs.
  ///
  /// @param labels of the new type where it is an enum that takes the place of a text
  /// @param first statements before the new column is added
  /// @param undo statements after it is dropped again
  /// @param last statements after the old column is dropped
  /// @param undoLast statements before it is made again
  /// @param remarks on them
  /// @param swap types whose names are exchanged with those of the columns; null for none
  record Around(
      List<String> labels,
      List<String> first,
      List<String> undo,
      List<String> last,
      List<String> undoLast,
      List<String> remarks,
      @Nullable TypeSwap swap) {

    static final Around NOTHING = remarking(List.of());

    static Around remarking(List<String> remarks) {
      return new Around(List.of(), List.of(), List.of(), List.of(), List.of(), remarks, null);
    }
  }

  private static final List<String> WIDTHS =
      List.of("boolean", "smallint", "integer", "bigint", "numeric", "character varying", "text");

  static TypeChange of(TargetTable target, ExpandSettings settings, ChangeType request) {
    var column = target.column(request.column());
    var reader = new SqlReader(target.schema(), settings.searchPath());
    var type = reader.type(request.type(), "the type");
    var from = Conversion.column(column.part());
    var to = Conversion.column(request.newName() == null ? column.part() : request.newName());
    return new TypeChange(
        target,
        settings,
        request.operation(),
        column,
        type,
        new Conversion(
            request.using() == null
                ? from
                : target.over(reader.expression(request.using(), "--using"), "--using", List.of()),
            request.back() == null
                ? to
                : target.over(
                    reader.expression(request.back(), "--back"),
                    "--back",
                    request.newName() == null ? List.of() : List.of(request.newName()))),
        request.newName(),
        Around.NOTHING);
  }

  private Expression forth() {
    return conversion.forth();
  }

  private Expression back() {
    return conversion.back();
  }

  /// A new value that is computed must give an old one back, in its type.
  Trial trial() {
    return new Trial(target)
        .value(finalName(), type, forth(), column.notNull())
        .value(column.part(), column.type(), back(), column.notNull());
  }

  Story story() {
    return new Replacement(target, settings, this).story();
  }

  /// The new value over the column's name.
  Expression forthOf(String old) {
    return cast(Expressions.renamed(forth(), column.part(), old), type);
  }

  /// The old value over the new column's name.
  Expression backOf(String added) {
    return cast(givenBy(added), column.type());
  }

  /// The same, as it is converted.
  Expression givenBy(String added) {
    return Expressions.renamed(back(), newName == null ? column.part() : newName, added);
  }

  private Expression cast(Expression value, TypeName to) {
    return new Cast(value, Uncut.of(target.schema(), to));
  }

  @Nullable OldValue before() {
    return OldValue.of(
            target.schema(),
            column.part(),
            column.type(),
            type,
            Expressions.renamed(back(), finalName(), column.part()),
            around.labels())
        .orElse(null);
  }

  /// Of the two types, where they exchange their names.
  List<String> exchange() {
    return around.swap() == null ? List.of() : around.swap().exchange();
  }

  /// With the names that types have after the exchange.
  List<String> afterExchange(List<String> statements) {
    return around.swap() == null ? statements : around.swap().after(statements);
  }

  String words() {
    return "%s to %s".formatted(column.name().text(), type.text());
  }

  String finalName() {
    return newName == null ? column.part() : newName;
  }

  List<String> remarks() {
    var remarks = new ArrayList<>(around.remarks());
    if (forth() instanceof Case choice
        && choice.otherwise() != null
        && !isNull(choice.otherwise())) {
      remarks.add(
          "every value of %s that no WHEN names becomes %s: in the new column they cannot be told apart"
              .formatted(column.name().text(), Expressions.sql(choice.otherwise())));
    }
    if (back() instanceof Case choice
        && choice.otherwise() != null
        && !isNull(choice.otherwise())) {
      remarks.add(
          "every new value that no WHEN of --back names becomes %s in the old column: this loses something backwards"
              .formatted(Expressions.sql(choice.otherwise())));
    } else if (back() instanceof Case) {
      remarks.add(
          "every new value that no WHEN of --back names becomes NULL in the old column: this loses something backwards");
    }
    if (isNarrower(column.type(), type)) {
      remarks.add(
          "a value of %s that does not fit %s makes the backfill, and each write of it, fail: look for such values first"
              .formatted(column.name().text(), type.text()));
    }
    if (isNarrower(type, column.type())) {
      remarks.add(
          "a new value that does not fit %s makes a write fail until the contract"
              .formatted(column.type().text()));
    }
    return remarks;
  }

  private static boolean isNull(Expression expression) {
    return expression instanceof Constant constant && constant.kind() == ConstantKind.NULL;
  }

  /// By the place in a row of ever wider types; text that has a length is narrower than one
  /// without.
  private static boolean isNarrower(TypeName from, TypeName to) {
    var wide = WIDTHS.indexOf(from.name().name());
    var narrow = WIDTHS.indexOf(to.name().name());
    return (wide >= 0 && narrow >= 0 && narrow < wide)
        || (!to.modifiers().isEmpty() && !from.equals(to) && !isWidened(from, to));
  }

  /// One type with a greater length, or with at least as many digits on both sides of the point.
  private static boolean isWidened(TypeName from, TypeName to) {
    if (!from.name().equals(to.name()) || from.modifiers().isEmpty()) {
      return false;
    }
    var digits = scale(to) - scale(from);
    var length = first(to) - first(from);
    return from.isBuiltIn("numeric") ? digits >= 0 && length >= digits : length >= 0;
  }

  private static int first(TypeName type) {
    return number(type.modifiers().getFirst());
  }

  private static int scale(TypeName type) {
    return type.modifiers().size() > 1 ? number(type.modifiers().get(1)) : 0;
  }

  private static int number(String modifier) {
    return modifier.matches("-?[0-9]{1,8}") ? Integer.parseInt(modifier) : 0;
  }
}
