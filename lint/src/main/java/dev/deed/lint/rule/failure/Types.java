package dev.deed.lint.rule.failure;

import dev.deed.sql.expression.TypeName;

/// Types that are known well enough to be compared.
final class Types {

  private Types() {}

  /// Whether they are certainly different types, modifiers aside.
  static boolean differ(TypeName one, TypeName other) {
    return isClear(one)
        && isClear(other)
        && !(one.name().equals(other.name())
            && (one.arrayDimensions() > 0) == (other.arrayDimensions() > 0));
  }

  static boolean isClear(TypeName type) {
    return type.columnOf() == null && !type.isBuiltIn("unknown") && !type.setOf();
  }

  static boolean isBuiltIn(TypeName type) {
    return isClear(type) && type.name().schema() == null;
  }
}
