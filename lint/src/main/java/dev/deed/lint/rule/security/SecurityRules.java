package dev.deed.lint.rule.security;

import static dev.deed.lint.rule.Rule.error;
import static dev.deed.lint.rule.Rule.warning;
import static dev.deed.lint.rule.RuleCheck.at;
import static dev.deed.lint.rule.RuleCheck.atScript;
import static dev.deed.lint.rule.RuleCheck.atStatement;
import static dev.deed.sql.Hazard.BREAKS_RUNNING_CODE;

import dev.deed.lint.rule.Rule;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.PrivilegeEffect;
import dev.deed.sql.effect.RoutineEffect;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import java.util.List;

/// The rules about privileges, and about statements whose effect the migration does not show.
public final class SecurityRules {

  public static final List<Rule> ALL =
      List.of(
          error(
              "superuser-only",
              "a statement needs a superuser, or makes a role one",
              atStatement(new SuperuserOnly())),
          warning(
              "wide-grant",
              "privileges are granted to PUBLIC, or more than a program needs",
              at(PrivilegeEffect.class, new WideGrant())),
          warning(
              "unpinned-extension",
              "an extension is installed without a version or a schema",
              at(ObjectEffect.class, new UnpinnedExtension())),
          warning(
              "security-definer-search-path",
              "a SECURITY DEFINER routine finds objects with its caller's search_path",
              at(RoutineEffect.class, new SecurityDefinerSearchPath())),
          warning(
              "row-security-without-policy",
              "row security is enabled without a policy, which hides every row",
              atScript(new RowSecurityWithoutPolicy()),
              BREAKS_RUNNING_CODE),
          warning(
              "policy-without-row-security",
              "a table has policies, but its row security is disabled",
              atScript(new PolicyWithoutRowSecurity())),
          warning(
              "hidden-schema-change",
              "a DO block changes tables depending on what it finds",
              at(RunsBlock.class, new HiddenSchemaChange())),
          error(
              "unreadable-body",
              "a body has a mistake in it, or is in a language that deed does not read",
              at(RoutineEffect.class, new UnreadableBody())));

  private SecurityRules() {}
}
