package dev.deed.lint.rule.security;

import dev.deed.lint.rule.RuleCheck.StatementCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.Alters;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.PrivilegeEffect.ChangesMembership;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.script.CommandTag;
import dev.deed.sql.script.Statement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds statements that need a superuser, or make a role one.
final class SuperuserOnly implements StatementCheck {

  private static final Set<CommandTag> COMMANDS =
      EnumSet.of(
          CommandTag.ALTER_SYSTEM,
          CommandTag.CREATE_TABLESPACE,
          CommandTag.DROP_TABLESPACE,
          CommandTag.CREATE_EVENT_TRIGGER,
          CommandTag.ALTER_EVENT_TRIGGER,
          CommandTag.CREATE_FOREIGN_DATA_WRAPPER,
          CommandTag.CREATE_ACCESS_METHOD,
          CommandTag.CREATE_OPERATOR_CLASS,
          CommandTag.CREATE_OPERATOR_FAMILY,
          CommandTag.CREATE_TEXT_SEARCH_PARSER,
          CommandTag.CREATE_TEXT_SEARCH_TEMPLATE,
          CommandTag.LOAD);
  private static final Set<String> ATTRIBUTES = Set.of("superuser", "replication", "bypassrls");
  private static final Set<String> UNTRUSTED =
      Set.of("c", "internal", "plpythonu", "plpython3u", "plperlu", "pltclu");
  private static final Pattern SERVER_FILE =
      Pattern.compile(
          "(?is)^copy\\b.*\\b(from|to)\\s+((program\\s+)?(e|u&)?'|(program\\s*)?\\$\\w*\\$).*");

  /// In the body of a routine or a `DO` block, whose statements are not kept.
  private static final Pattern PROGRAM =
      Pattern.compile("(?is)\\bcopy\\b[^;]*\\b(from|to)\\s+program\\b");

  private static final String READS_FILES = "reads or writes files of the server";
  private static final String WHOLE_SERVER = "acts on the whole server";
  private static final String SESSIONS =
      "interrupts what other sessions do, those of other services too";

  /// What functions of the server do that goes beyond the database.
  private static final Map<String, String> FUNCTIONS = functions();

  private static final Set<String> POWERFUL =
      Set.of(
          "pg_execute_server_program",
          "pg_read_server_files",
          "pg_write_server_files",
          "pg_signal_backend",
          "pg_checkpoint",
          "pg_maintain",
          "pg_create_subscription",
          "pg_read_all_data",
          "pg_write_all_data");

  private static Map<String, String> functions() {
    var functions = new HashMap<String, String>();
    for (var name :
        ("pg_read_file pg_read_binary_file pg_stat_file pg_ls_dir pg_ls_logdir pg_ls_waldir pg_ls_tmpdir"
                + " pg_ls_archive_statusdir pg_ls_summariesdir pg_ls_logicalsnapdir pg_ls_logicalmapdir"
                + " pg_ls_replslotdir pg_logdir_ls pg_file_read pg_file_write pg_file_sync pg_file_rename"
                + " pg_file_unlink pg_file_length lo_import lo_export")
            .split(" ")) {
      functions.put(name, READS_FILES);
    }
    for (var name :
        ("pg_reload_conf pg_rotate_logfile pg_promote pg_switch_wal pg_create_restore_point"
                + " pg_backup_start pg_backup_stop pg_start_backup pg_stop_backup pg_wal_replay_pause"
                + " pg_wal_replay_resume pg_create_physical_replication_slot"
                + " pg_create_logical_replication_slot pg_drop_replication_slot"
                + " pg_copy_physical_replication_slot pg_copy_logical_replication_slot"
                + " pg_replication_slot_advance pg_sync_replication_slots pg_replication_origin_create"
                + " pg_replication_origin_drop pg_replication_origin_advance"
                + " pg_replication_origin_session_setup pg_stat_reset_shared pg_stat_reset_slru"
                + " pg_stat_reset_replication_slot pg_import_system_collations pg_nextoid"
                + " pg_log_backend_memory_contexts pg_stat_statements_reset")
            .split(" ")) {
      functions.put(name, WHOLE_SERVER);
    }
    functions.put("pg_terminate_backend", SESSIONS);
    functions.put("pg_cancel_backend", SESSIONS);
    return Map.copyOf(functions);
  }

  /// A session may end itself.
  private static final Pattern OWN =
      Pattern.compile(
          "(?is).*pg_(terminate|cancel)_backend\\s*\\(\\s*pg_backend_pid\\(\\)\\s*\\).*");

  @Override
  public void check(ResolvedStatement resolved, RuleView view) {
    var statement = resolved.statement();
    what(statement, view)
        .ifPresent(what -> {
          var message = what + " needs a superuser and affects more than this database";
          var advice =
              "ask the administrators of the server to do it, and run migrations under a role without these privileges";
          view.report(statement.span(), message, advice);
        });
    function(statement.effects(), view.text(statement.span()))
        .ifPresent(call ->
            view.report(
                statement.span(),
                "%s %s".formatted(call.routine().name(), FUNCTIONS.get(call.routine().name())),
                "ask the administrators of the server to do it, outside of a migration"));
  }

  /// A call of such a function, also in a body.
  private static Optional<CallsRoutine> function(List<Effect> effects, String text) {
    for (var effect : effects) {
      var found =
          switch (effect) {
            case CallsRoutine call when isFound(call, text) -> Optional.of(call);
            case RunsBlock block -> function(block.body().effects(), text);
            case CreatesRoutine routine -> function(routine.body().effects(), text);
            default -> Optional.<CallsRoutine>empty();
          };
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean isFound(CallsRoutine call, String text) {
    var schema = call.routine().schema();
    var reach = FUNCTIONS.get(call.routine().name());
    return reach != null
        && (schema == null || schema.equals("pg_catalog"))
        && !(reach.equals(SESSIONS) && OWN.matcher(text).matches());
  }

  private static Optional<String> what(Statement statement, RuleView view) {
    if (COMMANDS.contains(statement.command())) {
      return Optional.of(statement.command().words());
    }
    if (statement.command() == CommandTag.COPY
        && SERVER_FILE.matcher(view.text(statement.span())).matches()) {
      return Optional.of("COPY with a file or program of the server");
    }
    for (var effect : statement.effects()) {
      var what = what(effect);
      if (what.isPresent()) {
        return what;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> what(Effect effect) {
    return switch (effect) {
      case Creates creates when creates.object().kind() == ObjectKind.ROLE ->
          attribute(creates.definition());
      case Alters alters when alters.object().kind() == ObjectKind.ROLE ->
          attribute(alters.change());
      case RunsBlock block when PROGRAM.matcher(block.body().text()).find() ->
          Optional.of("COPY with a program of the server");
      case CreatesRoutine routine when PROGRAM.matcher(routine.body().text()).find() ->
          Optional.of("COPY with a program of the server");
      case ChangesMembership grants when !grants.revokes() ->
          grants.granted().stream()
              .filter(POWERFUL::contains)
              .findFirst()
              .map(role -> "giving a role the rights of " + role);
      case CreatesRoutine routine when UNTRUSTED.contains(routine.language()) ->
          Optional.of("a routine in the untrusted language " + routine.language());
      default -> Optional.empty();
    };
  }

  private static Optional<String> attribute(String options) {
    return Arrays.stream(options.split(" "))
        .filter(ATTRIBUTES::contains)
        .map(word -> "giving a role " + word.toUpperCase(Locale.ROOT))
        .findFirst();
  }
}
