package dev.deed.lint.rule.removal;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PrivilegeEffect.DropsOwned;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds `DROP OWNED BY`: only the server knows what it drops.
final class DropOwned implements EffectCheck<DropsOwned> {

  private static final Set<String> SESSION = Set.of("current_user", "current_role", "session_user");

  @Override
  public void check(DropsOwned drop, RuleView view) {
    var roles = drop.roles().stream().map(DropOwned::quoted).collect(Collectors.joining(", "));
    var about = drop.roles().stream().map(role -> ObjectName.of(ObjectKind.ROLE, role)).toList();
    view.report(
        drop.span(),
        "this drops every table, view and function that %s owns in this database and revokes its privileges, without naming them"
            .formatted(roles),
        "reassign what the role owns to another role, then drop by name what is not needed\nREASSIGN OWNED BY "
            + roles
            + " TO CURRENT_USER;",
        about);
  }

  private static String quoted(String role) {
    return SESSION.contains(role) ? role : Identifier.quoted(role);
  }
}
