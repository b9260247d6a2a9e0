package dev.deed.expand;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The types to which a cast cuts what is too long without a word, where an assignment refuses it.
final class Uncut {

  /// What has no length, for each of them. `bit` alone is `bit(1)`.
  private static final Map<String, String> WITHOUT_LENGTH =
      Map.of(
          "character varying", "character varying",
          "character", "character varying",
          "bit", "bit varying",
          "bit varying", "bit varying");

  private static final Set<String> ONE = Set.of("character", "bit");

  private Uncut() {}

  /// The type to which a value is cast that is to be assigned to a column of this type.
  static TypeName of(Schema schema, TypeName type) {
    var base = base(schema, type);
    var longer = base.name().schema() == null ? WITHOUT_LENGTH.get(base.name().name()) : null;
    return longer == null
        ? type
        : new TypeName(TypeName.of(longer).name(), List.of(), base.arrayDimensions(), false, null);
  }

  /// What a domain is made of, at any depth.
  static TypeName base(Schema schema, TypeName type) {
    return type.arrayDimensions() == 0
            && schema.find(ObjectName.of(ObjectKind.DOMAIN, type.name())).orElse(null)
                instanceof DomainType domain
            && domain.collation() == null
        ? base(schema, domain.base())
        : type;
  }

  /// Whether the value is longer than the type allows, as a condition; empty if it has no length.
  ///
  /// @param value cast to what `of` answers
  static String isTooLong(Schema schema, TypeName type, String value) {
    var base = base(schema, type);
    if (base.name().schema() != null || !WITHOUT_LENGTH.containsKey(base.name().name())) {
      return base.isBuiltIn("name") ? "octet_length(%s::text) > 63".formatted(value) : "";
    }
    if (base.modifiers().isEmpty() && !ONE.contains(base.name().name())) {
      return "";
    }
    var length = base.modifiers().isEmpty() ? "1" : base.modifiers().getFirst();
    return base.arrayDimensions() == 0
        ? isLonger(base, value, length)
        : "EXISTS (SELECT FROM unnest(%s) item WHERE %s)"
            .formatted(value, isLonger(base, "item", length));
  }

  /// An assignment cuts spaces at the end, too.
  private static String isLonger(TypeName base, String value, String length) {
    return switch (base.name().name()) {
      case "bit" -> "length(%s) <> %s".formatted(value, length);
      case "bit varying" -> "length(%s) > %s".formatted(value, length);
      default -> "length(rtrim(%s, ' ')) > %s".formatted(value, length);
    };
  }
}
