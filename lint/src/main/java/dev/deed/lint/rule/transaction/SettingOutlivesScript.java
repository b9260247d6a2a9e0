package dev.deed.lint.rule.transaction;

import dev.deed.lint.rule.RuleCheck.ScriptCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds settings that change the meaning of later statements and are not reset. deed starts every
/// migration with fresh settings.
final class SettingOutlivesScript implements ScriptCheck {

  private static final Set<String> TELLING =
      Set.of(
          "search_path",
          "role",
          "session authorization",
          "session_authorization",
          "session_replication_role",
          "default_tablespace",
          "default_table_access_method",
          "row_security",
          "check_function_bodies",
          "constraint_exclusion",
          "transform_null_equals",
          "standard_conforming_strings",
          "datestyle",
          "timezone");

  /// The defaults of every server, which dumps set at their beginning.
  private static final Map<String, List<String>> USUAL =
      Map.of(
          "standard_conforming_strings", List.of("on"),
          "default_tablespace", List.of(""),
          "default_table_access_method", List.of("heap"),
          "search_path", List.of("$user", "public"));

  @Override
  public void check(RuleView view) {
    if (view.byEngine()) {
      return;
    }
    left(view)
        .values()
        .forEach(sets -> {
          var name = sets.parameter();
          var message =
              "%s stays set when this script ends, and changes the meaning of what runs next on the connection"
                  .formatted(name);
          var advice =
              "use SET LOCAL in a transaction, or reset it at the end\nRESET " + name + ";";
          view.report(sets.span(), message, advice);
        });
  }

  /// The latest `SET` of each parameter, without those that were reset.
  private static Map<String, SetsParameter> left(RuleView view) {
    var left = new LinkedHashMap<String, SetsParameter>();
    for (var resolved : view.read()) {
      for (var effect : resolved.statement().effects()) {
        if (effect instanceof SetsParameter sets && !sets.local()) {
          note(sets, left);
        }
      }
    }
    return left;
  }

  private static void note(SetsParameter sets, Map<String, SetsParameter> left) {
    if (sets.parameter().equals("all")) {
      left.clear();
    } else if (sets.values() == null || sets.values().equals(USUAL.get(sets.parameter()))) {
      left.remove(sets.parameter());
    } else if (TELLING.contains(sets.parameter())) {
      left.put(sets.parameter(), sets);
    }
  }
}
