package dev.deed.lint.rule.type;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TypeEffect.AddsEnumValue;
import dev.deed.sql.schema.DataType.EnumType;
import java.util.Optional;

/// Finds `ADD VALUE` without a position among the other values.
final class EnumValueOrder implements EffectCheck<AddsEnumValue> {

  @Override
  public void check(AddsEnumValue added, RuleView view) {
    var type = view.catalog().object(ObjectName.of(ObjectKind.TYPE, added.type()));
    if (added.neighbor() != null || !view.isMissed(type) || isThere(added, type, view)) {
      return;
    }
    var last = last(type, view);
    var message =
        "the new value '%s' of %s sorts after all others%s"
            .formatted(
                added.label(),
                type.name().dotted(),
                last.map(label -> ", the last of which is '" + label + "'").orElse(""));
    view.report(added.span(), message, advice(added, last), type);
  }

  private static boolean isThere(AddsEnumValue added, ObjectName type, RuleView view) {
    return added.ifNotExists()
        && view.catalog()
            .type(type.name())
            .filter(t -> t instanceof EnumType known && known.labels().contains(added.label()))
            .isPresent();
  }

  private static Optional<String> last(ObjectName type, RuleView view) {
    return view.catalog()
        .type(type.name())
        .filter(t -> t instanceof EnumType known && !known.labels().isEmpty())
        .map(t -> ((EnumType) t).labels().getLast());
  }

  private static String advice(AddsEnumValue added, Optional<String> last) {
    var words = "state its position with BEFORE or AFTER: it cannot be moved later";
    return last.map(label ->
            words
                + "\nALTER TYPE %s ADD VALUE %s%s AFTER %s;"
                    .formatted(
                        added.type().quoted(),
                        added.ifNotExists() ? "IF NOT EXISTS " : "",
                        SafeSql.literal(added.label()),
                        SafeSql.literal(label)))
        .orElse(words);
  }
}
