package dev.deed.lint.rule.failure;

import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PrivilegeEffect;
import dev.deed.sql.effect.RoutineEffect.AltersRoutine;
import dev.deed.sql.schema.BuiltIns;
import dev.deed.sql.schema.Routine;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A function or procedure named with argument types that none of the name has. It is silent about
/// types that are not built in, and that have two names.
final class RoutineSignatures implements Refusals {

  private static final Set<ObjectKind> NAMED =
      EnumSet.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.ROUTINE);

  private static final Set<String> TWO_NAMES = Set.of("bpchar", "char", "character");

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(
        ObjectEffect.Drops.class,
        ObjectEffect.Renames.class,
        ObjectEffect.MovesToSchema.class,
        ObjectEffect.ChangesOwner.class,
        ObjectEffect.Comments.class,
        AltersRoutine.class,
        PrivilegeEffect.ChangesPrivileges.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case ObjectEffect.Drops e when !e.ifExists() -> of(e.object(), e.span(), known);
      case ObjectEffect.Renames e -> of(e.object(), e.span(), known);
      case ObjectEffect.MovesToSchema e -> of(e.object(), e.span(), known);
      case ObjectEffect.ChangesOwner e -> of(e.object(), e.span(), known);
      case ObjectEffect.Comments e -> of(e.object(), e.span(), known);
      case AltersRoutine e -> of(e.routine(), e.span(), known);
      case PrivilegeEffect.ChangesPrivileges e ->
          e.objects().stream().flatMap(o -> of(o, e.span(), known).stream()).findFirst();
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> of(ObjectName written, Span span, Known known) {
    var catalog = known.catalog();
    if (!NAMED.contains(written.kind())
        || !isPlain(written.arguments())
        || catalog.find(catalog.object(written)).isPresent()) {
      return Optional.empty();
    }
    var all = catalog.certainlyAll(written.name());
    if (all.isEmpty()
        || all.size() != catalog.overloads(all.getFirst()).size()
        || !all.stream().allMatch(n -> isPlain(n, known))) {
      return Optional.empty();
    }
    var there = all.stream().map(ObjectName::text).collect(Collectors.joining(", "));
    return Refusal.of(
        span,
        "%s does not exist: there is %s%s"
            .formatted(written.words(), there, known.created(all.getFirst())),
        "write the types of the arguments that it has",
        all.getFirst());
  }

  /// Output arguments may be named or left out.
  private static boolean isPlain(ObjectName name, Known known) {
    return known.catalog().find(name).orElse(null) instanceof Routine routine
        && routine.arguments().stream().allMatch(a -> a.mode().equals("in"))
        && isPlain(name.arguments());
  }

  /// @param arguments as `(integer, text)`
  private static boolean isPlain(String arguments) {
    return arguments.length() >= 2
        && Arrays.stream(arguments.substring(1, arguments.length() - 1).split(", "))
            .map(t -> t.replace("[]", ""))
            .allMatch(t -> t.isEmpty() || (BuiltIns.isType(t) && !TWO_NAMES.contains(t)));
  }
}
