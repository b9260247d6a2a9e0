package dev.deed.ownership.check;

import dev.deed.ownership.OwnershipRules;
import dev.deed.sql.Finding;
import dev.deed.sql.Span;
import dev.deed.sql.effect.AttachedEffect.CreatesRule;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RoutineEffect.AltersRoutine;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.effect.SessionEffect.PresetsParameter;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import dev.deed.sql.effect.SettingMeaning;
import dev.deed.sql.effect.SettingMeaning.Decision;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds changes of parameters after which statements mean something else than deed reads, and
/// changes of the role that the ownership file gives the service. In the bodies of routines and
/// rules too: they run later, and nothing shows it then.
final class SettingCheck {

  /// A service that is alone in its database only harms itself with it.
  private static final SettingMeaning SHARED_ONLY = SettingMeaning.SESSION_REPLICATION_ROLE;

  private final OwnershipMessages asking;
  private final boolean shared;
  private final Span whole;
  private final Set<Finding> findings = new LinkedHashSet<>();

  private SettingCheck(OwnershipMessages asking, boolean shared, Span whole) {
    this.asking = asking;
    this.shared = shared;
    this.whole = whole;
  }

  /// @param shared true if other services have tables in the database
  static Set<Finding> of(OwnershipMessages asking, boolean shared, OwnedStatement statement) {
    var check = new SettingCheck(asking, shared, statement.resolved().statement().span());
    statement.effects().forEach(check::check);
    return check.findings;
  }

  private void check(Effect effect) {
    switch (effect) {
      case SetsParameter sets -> check(sets.parameter(), sets.values(), sets.span());
      case PresetsParameter presets -> check(presets.parameter(), presets.values(), presets.span());
      case CreatesRoutine creates -> {
        check(creates.configuration(), creates.span());
        creates.body().effects().forEach(this::check);
      }
      case AltersRoutine alters -> check(alters.configuration(), alters.span());
      case RunsBlock runs -> runs.body().effects().forEach(this::check);
      case CreatesRule creates -> creates.effects().forEach(this::check);
      default -> {}
    }
  }

  private void check(Map<String, String> configuration, Span span) {
    configuration.forEach((parameter, value) ->
        check(parameter, value.equals("default") ? null : List.of(value), span));
  }

  private void check(String parameter, @Nullable List<String> values, Span span) {
    var meaning = SettingMeaning.of(parameter);
    var place = span.start() >= whole.start() && span.end() <= whole.end() ? span : whole;
    if (meaning.decision() == Decision.IDENTITY) {
      checkRole(meaning, values, place);
    } else if (meaning.isRefused(values) && (shared || meaning != SHARED_ONLY)) {
      findings.add(refused(meaning, values, place));
    }
  }

  private void checkRole(SettingMeaning meaning, @Nullable List<String> values, Span place) {
    var role = asking.ownRole();
    var stays = meaning == SettingMeaning.ROLE && values != null && values.equals(roleOf(role));
    if (role != null && !stays) {
      findings.add(
          Finding.error(
              OwnershipRules.ROLE_CHANGE,
              asking.file(),
              place,
              "this leaves role %s, which runs the migrations of service %s: what follows would have the rights of %s"
                  .formatted(role, asking.service(), other(values)),
              "remove the statement; to run this service's migrations under another role, change services.%s.role in %s"
                  .formatted(asking.service(), asking.map().file())));
    }
  }

  private static List<String> roleOf(@Nullable String role) {
    return role == null ? List.of() : List.of(role);
  }

  private static String other(@Nullable List<String> values) {
    return values == null || values.isEmpty() || values.getFirst().equals("none")
        ? "the role that logs in"
        : "role " + values.getFirst();
  }

  private Finding refused(SettingMeaning meaning, @Nullable List<String> values, Span place) {
    var value =
        values == null || values.isEmpty()
            ? "a value that its text does not show"
            : String.join(", ", values);
    return Finding.error(
        OwnershipRules.SETTING_CHANGES_MEANING,
        asking.file(),
        place,
        "this sets %s to %s: %s".formatted(meaning.parameter(), value, meaning.consequence()),
        "remove the statement, or set %s to %s".formatted(meaning.parameter(), meaning.assumed()));
  }
}
