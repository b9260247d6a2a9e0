package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.PrivilegeEffect.ChangesPrivileges;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Privileges that objects of a kind do not have.
final class Privileges implements Refusals {

  private static final Set<String> OF_TABLES =
      Set.of(
          "select", "insert", "update", "delete", "truncate", "references", "trigger", "maintain");

  private static final Set<String> OF_COLUMNS = Set.of("select", "insert", "update", "references");

  private static final Map<ObjectKind, Set<String>> OTHERS =
      Map.of(
          ObjectKind.SEQUENCE, Set.of("usage", "select", "update"),
          ObjectKind.SCHEMA, Set.of("usage", "create"),
          ObjectKind.FUNCTION, Set.of("execute"),
          ObjectKind.PROCEDURE, Set.of("execute"),
          ObjectKind.ROUTINE, Set.of("execute"),
          ObjectKind.TYPE, Set.of("usage"),
          ObjectKind.DOMAIN, Set.of("usage"));

  /// `ON t` may also mean a sequence.
  private static final Set<ObjectKind> TABLES =
      EnumSet.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.RELATION);

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(ChangesPrivileges.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return effect instanceof ChangesPrivileges changes ? changed(changes, known) : Optional.empty();
  }

  private static Optional<Refusal> changed(ChangesPrivileges effect, Known known) {
    var kind = effect.objects().isEmpty() ? effect.allKind() : effect.objects().getFirst().kind();
    for (var written : effect.privileges()) {
      var name = written.replaceFirst("[ (].*", "");
      if (written.contains("(") && TABLES.contains(kind) && !isOneOf(name, OF_COLUMNS)) {
        return refused(effect, name, "columns", OF_COLUMNS);
      }
      if (TABLES.contains(kind)
          && !isOneOf(name, OF_TABLES)
          && !isOfSequence(name, effect, known)) {
        return refused(effect, name, "tables", OF_TABLES);
      }
      var others = OTHERS.get(kind);
      if (others != null && !isOneOf(name, others)) {
        return refused(effect, name, kind.words() + "s", others);
      }
    }
    return !effect.revokes() && effect.grantOption() && effect.roles().equals(List.of("public"))
        ? Refusal.of(
            effect.span(), "PUBLIC cannot get a grant option", "leave WITH GRANT OPTION out")
        : Optional.empty();
  }

  private static boolean isOneOf(String name, Set<String> privileges) {
    return name.equals("all") || privileges.contains(name);
  }

  /// Whether it may be a sequence's: `ON s` also means one, and so may a name that is not known.
  private static boolean isOfSequence(String name, ChangesPrivileges effect, Known known) {
    return name.equals("usage")
        && effect.objects().stream()
            .allMatch(o ->
                known.relation(o.name()).filter(n -> n.kind() != ObjectKind.SEQUENCE).isEmpty());
  }

  private static Optional<Refusal> refused(
      ChangesPrivileges effect, String name, String of, Set<String> privileges) {
    return Refusal.of(
        effect.span(),
        "%s have no privilege %s".formatted(of, name),
        Known.near(
            name,
            privileges,
            "they have " + String.join(", ", privileges.stream().sorted().toList())));
  }
}
