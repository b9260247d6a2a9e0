package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.expression.Expression;
import org.jspecify.annotations.Nullable;

/// One of the columns that a trigger keeps equal.
///
/// @param preset its default where a row's value can be compared with it, null for none
/// @param unpredictable it has a default that is another one each time
/// @param value what it should be, over the columns of the other side
record Side(
    String column,
    Sameness sameness,
    @Nullable Expression preset,
    boolean unpredictable,
    Expression value) {

  String quoted() {
    return Identifier.quoted(column);
  }

  String written() {
    return "new." + quoted();
  }

  private String before() {
    return "old." + quoted();
  }

  private String presetSql() {
    return preset == null
        ? sameness.constant("NULL")
        : sameness.constant(Conversion.inStatement(preset), preset);
  }

  /// Its value is that of a column, converted as a cast does it.
  boolean isCast() {
    return value instanceof Expression.Cast(Expression.Column _, _);
  }

  String changed() {
    return sameness.differ(written(), before());
  }

  String given() {
    return sameness.differ(written(), presetSql());
  }

  String omitted() {
    return sameness.same(written(), presetSql());
  }

  String isNull() {
    return quoted() + " IS NULL";
  }

  String disagrees() {
    return sameness.differ(quoted(), Conversion.inStatement(value));
  }

  String disagreesInTrigger() {
    return sameness.differ(written(), Conversion.inTrigger(value));
  }

  Side named(String name) {
    return new Side(name, sameness, preset, unpredictable, value);
  }

  Side with(Expression newValue) {
    return new Side(column, sameness, preset, unpredictable, newValue);
  }

  Side with(Sameness other) {
    return new Side(column, other, preset, unpredictable, value);
  }

  Side withPreset(@Nullable Expression newPreset, boolean isUnpredictable) {
    return new Side(column, sameness, newPreset, isUnpredictable, value);
  }
}
