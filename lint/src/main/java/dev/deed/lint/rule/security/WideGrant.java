package dev.deed.lint.rule.security;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PrivilegeEffect;
import dev.deed.sql.effect.PrivilegeEffect.ChangesDefaultPrivileges;
import dev.deed.sql.effect.PrivilegeEffect.ChangesPrivileges;
import java.util.List;
import java.util.Set;

/// Finds `GRANT ALL`, and grants to `PUBLIC`.
final class WideGrant implements EffectCheck<PrivilegeEffect> {

  /// Kinds of objects on which `ALL` is more than programs need: `TRUNCATE`, `TRIGGER`, `CREATE`.
  private static final Set<ObjectKind> RICH =
      Set.of(ObjectKind.TABLE, ObjectKind.SCHEMA, ObjectKind.DATABASE);

  /// Kinds of objects on which `PUBLIC` has privileges by default.
  private static final Set<ObjectKind> OPEN =
      Set.of(
          ObjectKind.FUNCTION,
          ObjectKind.PROCEDURE,
          ObjectKind.ROUTINE,
          ObjectKind.TYPE,
          ObjectKind.DOMAIN,
          ObjectKind.LANGUAGE);

  @Override
  public void check(PrivilegeEffect effect, RuleView view) {
    switch (effect) {
      case ChangesPrivileges grant when !grant.revokes() ->
          check(grant, kindOf(grant), grant.privileges(), grant.roles(), view);
      case ChangesDefaultPrivileges grant when !grant.revokes() ->
          check(grant, grant.kind(), grant.privileges(), grant.roles(), view);
      default -> {
        // revokes privileges, or is about membership in a role
      }
    }
  }

  private static ObjectKind kindOf(ChangesPrivileges grant) {
    return grant.objects().isEmpty() ? grant.allKind() : grant.objects().getFirst().kind();
  }

  private static void check(
      PrivilegeEffect grant,
      ObjectKind kind,
      List<String> privileges,
      List<String> roles,
      RuleView view) {
    var about = grant instanceof ChangesPrivileges named ? named.objects() : List.<ObjectName>of();
    if (roles.contains("public") && !OPEN.contains(kind)) {
      var message =
          "PUBLIC is every role of the server, including future ones: all of them get these privileges";
      var advice = "name the roles that need them: TO app, reports";
      view.report(grant.span(), message, advice, about);
    } else if (privileges.contains("all") && RICH.contains(kind)) {
      var message =
          kind == ObjectKind.TABLE
              ? "ALL is more than a program needs: it includes TRUNCATE, REFERENCES and TRIGGER"
              : "ALL is more than a program needs: it allows the role to create objects";
      var advice = "name the privileges\n" + narrowed(kind, view);
      view.report(grant.span(), message, advice, about);
    }
  }

  /// The statement with the privileges that programs need in place of `ALL`.
  private static String narrowed(ObjectKind kind, RuleView view) {
    var needed =
        switch (kind) {
          case SCHEMA -> "USAGE";
          case DATABASE -> "CONNECT";
          default -> "SELECT, INSERT, UPDATE, DELETE";
        };
    return SafeSql.oneLine(view.text(view.statement().span()))
            .replaceFirst("(?i)\\bgrant\\s+all(\\s+privileges)?\\b", "GRANT " + needed)
        + ";";
  }
}
