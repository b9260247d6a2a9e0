package dev.deed.sql.replay;

import dev.deed.sql.effect.SessionEffect;
import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import dev.deed.sql.effect.SessionEffect.EntersSchema;
import dev.deed.sql.effect.SessionEffect.LeavesSchema;
import dev.deed.sql.effect.SessionEffect.SetsConstraints;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import dev.deed.sql.effect.SessionEffect.Transaction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The settings of one script: the search path, the role, defaults for new tables.
final class SessionSettings {

  private static final String SEARCH_PATH = "search_path";

  private final List<String> initialPath;
  private final Map<String, List<String>> settings = new HashMap<>();
  private final Map<String, List<String>> beforeTransaction = new HashMap<>();
  private final Map<String, List<String>> local = new HashMap<>();
  private final Deque<String> entered = new ArrayDeque<>();

  SessionSettings(List<String> initialPath) {
    this.initialPath = initialPath;
  }

  void apply(SessionEffect effect) {
    switch (effect) {
      case SetsParameter sets -> set(sets);
      case EntersSchema enters -> entered.push(enters.schema());
      case LeavesSchema _ -> entered.pop();
      case ControlsTransaction controls -> control(controls.transaction());
      case SetsConstraints _ -> {}
    }
  }

  /// Local settings end with the transaction; others are undone by its rollback.
  private void control(Transaction transaction) {
    switch (transaction) {
      case BEGIN -> {
        beforeTransaction.clear();
        beforeTransaction.putAll(settings);
      }
      case COMMIT, PREPARE -> local.clear();
      case ROLLBACK -> {
        local.clear();
        settings.clear();
        settings.putAll(beforeTransaction);
      }
      case SAVEPOINT,
          RELEASE,
          ROLLBACK_TO,
          COMMIT_PREPARED,
          ROLLBACK_PREPARED,
          CHARACTERISTICS -> {}
    }
  }

  private void set(SetsParameter sets) {
    var target = sets.local() ? local : settings;
    if (sets.parameter().equals("all")) {
      settings.clear();
      local.clear();
    } else if (sets.values() == null) {
      target.remove(sets.parameter());
      local.remove(sets.parameter());
    } else {
      target.put(sets.parameter(), sets.values());
    }
  }

  /// The schemas in which names are looked up, in order, without those that PostgreSQL always adds.
  List<String> searchPath() {
    var set = local.getOrDefault(SEARCH_PATH, settings.getOrDefault(SEARCH_PATH, initialPath));
    var path = new ArrayList<String>(entered);
    for (var entry : set) {
      // set_config('search_path', 'a, b', false) has all schemas in one text.
      for (var schema : entry.split(",")) {
        addTo(path, unquoted(schema.strip()));
      }
    }
    return path;
  }

  private void addTo(List<String> path, String schema) {
    if (schema.equals("$user")) {
      var role = role();
      if (role != null) {
        path.add(role);
      }
    } else if (!schema.isEmpty()) {
      path.add(schema);
    }
  }

  private static String unquoted(String schema) {
    return schema.length() > 1 && schema.startsWith("\"") && schema.endsWith("\"")
        ? schema.substring(1, schema.length() - 1).replace("\"\"", "\"")
        : schema;
  }

  /// The role that runs the statements, null if the script does not set one.
  @Nullable String role() {
    var role = setting("role");
    if (role == null || role.equals("none")) {
      var session = setting("session authorization");
      return session == null ? setting("session_authorization") : session;
    }
    return role;
  }

  /// The first value that the script set for a parameter.
  @Nullable String setting(String parameter) {
    var values = local.getOrDefault(parameter, settings.get(parameter));
    return values == null || values.isEmpty() || values.getFirst().isEmpty()
        ? null
        : values.getFirst();
  }
}
