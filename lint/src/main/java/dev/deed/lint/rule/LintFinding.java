package dev.deed.lint.rule;

import dev.deed.sql.Finding;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A finding of the linter, and the objects it is about. Their owners are added later, by the cli.
///
/// @param lacks what no script creates, and something else may have made; null for a finding of
///   another kind
public record LintFinding(
    Finding finding, List<ObjectName> objects, @Nullable QualifiedName lacks) {

  public LintFinding {
    objects = List.copyOf(objects);
  }
}
