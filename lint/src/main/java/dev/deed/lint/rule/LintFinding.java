package dev.deed.lint.rule;

import dev.deed.sql.Finding;
import dev.deed.sql.effect.ObjectName;
import java.util.List;

/// A finding of the linter, and the objects it is about. Their owners are added later, by the cli.
public record LintFinding(Finding finding, List<ObjectName> objects) {

  public LintFinding {
    objects = List.copyOf(objects);
  }
}
