package dev.deed.lint.rule.security;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectEffect.Alters;
import dev.deed.sql.effect.ObjectEffect.CreatesExtension;
import dev.deed.sql.effect.ObjectKind;
import java.util.ArrayList;

/// Finds `CREATE EXTENSION` without version or schema, and `ALTER EXTENSION ... UPDATE` without a
/// version.
final class UnpinnedExtension implements EffectCheck<ObjectEffect> {

  @Override
  public void check(ObjectEffect effect, RuleView view) {
    switch (effect) {
      case CreatesExtension creates -> lookAt(creates, view);
      case Alters alters
          when alters.object().kind() == ObjectKind.EXTENSION
              && alters.change().equals("update") -> {
        var name = Identifier.quoted(alters.object().name().name());
        var message = "the version of %s that this installs depends on the server".formatted(name);
        view.report(
            alters.span(),
            message,
            "state the version: ALTER EXTENSION %s UPDATE TO '<version>'".formatted(name),
            alters.object());
      }
      default -> {
        // about other objects
      }
    }
  }

  private static void lookAt(CreatesExtension creates, RuleView view) {
    var isThere = view.catalog().find(creates.object()).isPresent();
    var open = new ArrayList<String>();
    if (creates.version() == null) {
      open.add("the version");
    }
    if (creates.schema() == null) {
      open.add("the schema");
    }
    if (open.isEmpty() || (creates.ifNotExists() && isThere)) {
      return;
    }
    var name = Identifier.quoted(creates.object().name().name());
    var message =
        "%s of %s %s on the server and its search_path"
            .formatted(String.join(" and ", open), name, open.size() == 1 ? "depends" : "depend");
    var schema = creates.schema() == null ? "<schema>" : Identifier.quoted(creates.schema());
    var version = creates.version() == null ? "<version>" : creates.version();
    var advice =
        "state both, or ask the administrators of the server to install it: CREATE EXTENSION IF NOT EXISTS %s WITH SCHEMA %s VERSION '%s'"
            .formatted(name, schema, version);
    view.report(creates.span(), message, advice, creates.object());
  }
}
