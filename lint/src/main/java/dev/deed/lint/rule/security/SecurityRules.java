package dev.deed.lint.rule.security;

import static dev.deed.lint.rule.Look.at;
import static dev.deed.lint.rule.Look.atScript;
import static dev.deed.lint.rule.Look.atStatement;
import static dev.deed.lint.rule.Rule.error;
import static dev.deed.lint.rule.Rule.warning;
import static dev.deed.sql.Hazard.BREAKS_RUNNING_CODE;

import dev.deed.lint.rule.Rule;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.PrivilegeEffect;
import dev.deed.sql.effect.RoutineEffect;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import java.util.List;

/// About who may do what, and what a reader of the migration can see.
public final class SecurityRules {

  public static final List<Rule> ALL =
      List.of(
          error(
              "superuser-only",
              "only a superuser may do it, or it makes one",
              atStatement(new SuperuserOnly())),
          warning(
              "wide-grant",
              "privileges are given to everybody, or more than a program needs",
              at(PrivilegeEffect.class, new WideGrant())),
          warning(
              "unpinned-extension",
              "which version of an extension is installed, and where, is left to the server",
              at(ObjectEffect.class, new UnpinnedExtension())),
          warning(
              "security-definer-search-path",
              "a routine with its owner's privileges finds things where its caller says",
              at(RoutineEffect.class, new SecurityDefinerSearchPath())),
          warning(
              "row-security-without-policy",
              "row security without a policy hides every row",
              atScript(new RowSecurityWithoutPolicy()),
              BREAKS_RUNNING_CODE),
          warning(
              "policy-without-row-security",
              "policies of a table whose row security is off keep nobody out",
              atScript(new PolicyWithoutRowSecurity())),
          warning(
              "hidden-schema-change",
              "a DO block changes tables as it finds them",
              at(RunsBlock.class, new HiddenSchemaChange())));

  private SecurityRules() {}
}
