package dev.deed.lint.rule.security;

import dev.deed.lint.rule.RuleCheck.StatementCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.Alters;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.script.CommandTag;
import dev.deed.sql.script.Statement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
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
      Pattern.compile("(?is)^copy\\b.*\\b(from|to)\\s+(program\\s+)?e?'.*");

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
