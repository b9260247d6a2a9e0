package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.expression.Expression;
import org.jspecify.annotations.Nullable;

/// One of the two columns that a trigger keeps equal.
///
/// @param preset its default where a row's value can be compared with it, null for none
/// @param unpredictable it has a default that is another one each time
record Side(String column, Sameness sameness, @Nullable Expression preset, boolean unpredictable) {

  String quoted() {
    return Identifier.quoted(column);
  }

  String written() {
    return "new." + quoted();
  }

  String before() {
    return "old." + quoted();
  }

  String presetSql() {
    return preset == null ? "NULL" : Conversion.inStatement(preset);
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

  Side named(String name) {
    return new Side(name, sameness, preset, unpredictable);
  }

  Side with(Sameness other) {
    return new Side(column, other, preset, unpredictable);
  }

  Side withPreset(@Nullable Expression value, boolean isUnpredictable) {
    return new Side(column, sameness, value, isUnpredictable);
  }
}
