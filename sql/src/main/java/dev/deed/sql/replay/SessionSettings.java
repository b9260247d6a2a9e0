package dev.deed.sql.replay;

import dev.deed.sql.effect.SessionEffect;
import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import dev.deed.sql.effect.SessionEffect.DiscardsTemporary;
import dev.deed.sql.effect.SessionEffect.EntersSchema;
import dev.deed.sql.effect.SessionEffect.LeavesSchema;
import dev.deed.sql.effect.SessionEffect.PresetsParameter;
import dev.deed.sql.effect.SessionEffect.SetsConstraints;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import dev.deed.sql.effect.SettingMeaning;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The settings of one script: the search path, the role, defaults for new tables.
final class SessionSettings {

  private static final String SEARCH_PATH = "search_path";
  private static final String ROLE = SettingMeaning.ROLE.parameter();
  private static final String SESSION_AUTHORIZATION =
      SettingMeaning.SESSION_AUTHORIZATION.parameter();
  private static final Set<String> IDENTITY = Set.of(ROLE, SESSION_AUTHORIZATION);
  private static final String USER = "$user";

  private final List<String> initialPath;
  private final Map<String, List<String>> settings = new HashMap<>();
  private final Map<String, List<String>> beforeTransaction = new HashMap<>();
  private final Map<String, List<String>> local = new HashMap<>();
  private final Deque<String> entered = new ArrayDeque<>();
  private final Deque<Savepoint> savepoints = new ArrayDeque<>();

  /// False outside of a transaction, where `SET LOCAL` has no effect.
  private boolean inTransaction;

  /// True once the script has set or reset its role.
  private boolean roleChanged;

  private record Savepoint(
      String name, Map<String, List<String>> settings, Map<String, List<String>> local) {}

  /// @param inTransaction true if the script runs in a transaction
  SessionSettings(List<String> initialPath, boolean inTransaction) {
    this.initialPath = initialPath;
    this.inTransaction = inTransaction;
  }

  void apply(SessionEffect effect) {
    switch (effect) {
      case SetsParameter sets -> set(sets);
      case EntersSchema enters -> entered.push(enters.schema());
      case LeavesSchema _ -> entered.pop();
      case ControlsTransaction controls -> control(controls);
      case SetsConstraints _, DiscardsTemporary _, PresetsParameter _ -> {}
    }
  }

  /// Local settings end with the transaction; others are undone by its rollback.
  private void control(ControlsTransaction controls) {
    var name = String.valueOf(controls.savepoint());
    switch (controls.transaction()) {
      case BEGIN -> {
        inTransaction = true;
        beforeTransaction.clear();
        beforeTransaction.putAll(settings);
      }
      case COMMIT, PREPARE -> endTransaction();
      case ROLLBACK -> {
        endTransaction();
        settings.clear();
        settings.putAll(beforeTransaction);
      }
      case SAVEPOINT -> {
        inTransaction = true;
        savepoints.push(new Savepoint(name, Map.copyOf(settings), Map.copyOf(local)));
      }
      case ROLLBACK_TO -> rollBackTo(name);
      // The settings stay.
      case RELEASE, COMMIT_PREPARED, ROLLBACK_PREPARED, CHARACTERISTICS -> {}
    }
  }

  private void endTransaction() {
    inTransaction = false;
    local.clear();
    savepoints.clear();
  }

  /// Restores the settings of the savepoint, which stays; those set after it are released.
  private void rollBackTo(String name) {
    while (!savepoints.isEmpty() && !savepoints.getFirst().name().equals(name)) {
      savepoints.pop();
    }
    if (!savepoints.isEmpty()) {
      settings.clear();
      settings.putAll(savepoints.getFirst().settings());
      local.clear();
      local.putAll(savepoints.getFirst().local());
    }
  }

  private void set(SetsParameter sets) {
    if (sets.local() && !inTransaction) {
      return;
    }
    roleChanged |= IDENTITY.contains(sets.parameter());
    var target = sets.local() ? local : settings;
    if (sets.parameter().equals("all")) {
      // RESET ALL leaves the role.
      settings.keySet().removeIf(p -> !IDENTITY.contains(p));
      local.keySet().removeIf(p -> !IDENTITY.contains(p));
    } else if (sets.values() == null) {
      target.remove(sets.parameter());
      local.remove(sets.parameter());
    } else {
      local.remove(sets.parameter());
      target.put(sets.parameter(), sets.values());
    }
    if (sets.parameter().equals(SESSION_AUTHORIZATION)) {
      // Another session user has no role of its own.
      local.remove(ROLE);
      settings.remove(ROLE);
    }
  }

  /// The schemas in which names are looked up, in order, without those that PostgreSQL always adds.
  List<String> searchPath() {
    var set = local.getOrDefault(SEARCH_PATH, settings.getOrDefault(SEARCH_PATH, initialPath));
    var path = new ArrayList<String>(entered);
    path.addAll(schemas(set));
    return path;
  }

  /// The schemas that a value of `search_path` names in this session.
  List<String> schemas(List<String> value) {
    var path = new ArrayList<String>();
    for (var entry : value) {
      // set_config('search_path', 'a, b', false) has all schemas in one text.
      for (var schema : entry.split(",")) {
        addTo(path, unquoted(schema.strip()));
      }
    }
    return path;
  }

  private void addTo(List<String> path, String schema) {
    if (schema.equals(USER)) {
      var role = role();
      if (role != null) {
        path.add(role);
      }
    } else if (!schema.isEmpty()) {
      path.add(schema);
    }
  }

  /// True if a name may be looked up in the schema of a role that the script left for one that its
  /// text does not name.
  boolean isUserUnknown() {
    var path = local.getOrDefault(SEARCH_PATH, settings.getOrDefault(SEARCH_PATH, initialPath));
    return roleChanged
        && role() == null
        && path.stream().flatMap(p -> Stream.of(p.split(","))).anyMatch(SessionSettings::isUser);
  }

  private static boolean isUser(String schema) {
    return unquoted(schema.strip()).equals(USER);
  }

  private static String unquoted(String schema) {
    return schema.length() > 1 && schema.startsWith("\"") && schema.endsWith("\"")
        ? schema.substring(1, schema.length() - 1).replace("\"\"", "\"")
        : schema;
  }

  /// The role that runs the statements, null if the script does not set one.
  @Nullable String role() {
    var role = setting(ROLE);
    return role == null || role.equals("none") ? setting(SESSION_AUTHORIZATION) : role;
  }

  /// The first value that the script set for a parameter.
  @Nullable String setting(String parameter) {
    var values = local.getOrDefault(parameter, settings.get(parameter));
    return values == null || values.isEmpty() || values.getFirst().isEmpty()
        ? null
        : values.getFirst();
  }
}
