package dev.deed.engine;

import dev.deed.sql.effect.SessionEffect.SetsParameter;
import dev.deed.sql.script.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the statements of a script set for the session, and steps that do not share their
/// transaction, or come in a later run, would miss: `SET search_path`. Only the last setting of a
/// parameter counts, and asking for one position after the other is cheap.
public final class SessionSettings {

  /// What else may be set depends on them, so all of them count, in their order.
  private static final Set<String> IDENTITY =
      Set.of("role", "session authorization", "session_authorization");

  private static final String ALL = "all";

  private final List<Statement> statements;

  /// Positions, by the parameter, or by the position where no later one replaces it.
  private final Map<String, Integer> last = new LinkedHashMap<>();

  private int end;

  public SessionSettings(List<Statement> statements) {
    this.statements = statements;
  }

  /// Positions of the statements before that one whose settings are in force.
  public List<Integer> before(int position) {
    if (position < end) {
      last.clear();
      end = 0;
    }
    for (; end < position; end++) {
      if (isSetting(statements.get(end))) {
        add(end);
      }
    }
    return List.copyOf(last.values());
  }

  private void add(int position) {
    var parameter = parameter(statements.get(position));
    if (parameter.isEmpty()) {
      last.put(String.valueOf(position), position);
      return;
    }
    if (parameter.get().equals(ALL)) {
      last.values().removeIf(earlier -> parameter(statements.get(earlier)).isPresent());
    }
    last.remove(parameter.get());
    last.put(parameter.get(), position);
  }

  /// The only parameter that a statement sets; empty where it sets several, or who runs the script.
  private static Optional<String> parameter(Statement statement) {
    return statement.effects().size() == 1
            && statement.effects().getFirst() instanceof SetsParameter set
            && !IDENTITY.contains(set.parameter())
        ? Optional.of(set.parameter())
        : Optional.empty();
  }

  private static boolean isSetting(Statement statement) {
    return !statement.effects().isEmpty()
        && statement.effects().stream()
            .allMatch(effect -> effect instanceof SetsParameter set && !set.local());
  }
}
