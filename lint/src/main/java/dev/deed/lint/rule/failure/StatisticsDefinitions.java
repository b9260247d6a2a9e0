package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// `CREATE STATISTICS` of one column, or of what has no statistics.
final class StatisticsDefinitions implements Refusals {

  private static final Set<ObjectKind> MEASURED =
      EnumSet.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE, ObjectKind.MATERIALIZED_VIEW);

  private static final Pattern ONE_COLUMN =
      Pattern.compile("(?:\\([^)]*\\) )?on (?:[\\w$]+|\"[^\"]+\") from .*");

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(Creates.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return effect instanceof Creates creates && creates.object().kind() == ObjectKind.STATISTICS
        ? of(creates, known)
        : Optional.empty();
  }

  private static Optional<Refusal> of(Creates creates, Known known) {
    if (creates.ifNotExists()) {
      return Optional.empty();
    }
    if (ONE_COLUMN.matcher(creates.definition()).matches()) {
      return Refusal.of(
          creates.span(),
          "extended statistics are of two columns or more, or of an expression",
          "name another column, or write ALTER TABLE ... ALTER COLUMN ... SET STATISTICS");
    }
    return creates.parts().stream()
        .filter(p -> p.object().kind() == ObjectKind.TABLE)
        .flatMap(p -> known.relation(p.object().name()).stream())
        .filter(n -> !MEASURED.contains(n.kind()))
        .findFirst()
        .flatMap(n -> WrongKinds.refusal(n, "has no statistics", creates.span(), known));
  }
}
