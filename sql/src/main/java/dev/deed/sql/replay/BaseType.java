package dev.deed.sql.replay;

import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.DataType.DomainType;

/// The type whose values a domain has, which may be over another domain.
final class BaseType {

  private static final int MOST_NESTING = 100;

  private BaseType() {}

  static TypeName of(SchemaState state, TypeName type) {
    var base = type;
    for (var i = 0; i < MOST_NESTING && base.arrayDimensions() == 0; i++) {
      var name = state.type(base.name());
      if (name == null || !(state.get(name) instanceof DomainType domain)) {
        break;
      }
      base = domain.base();
    }
    return base;
  }
}
