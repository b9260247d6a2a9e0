package dev.deed.lint;

import dev.deed.lint.rule.Remark;
import dev.deed.sql.replay.ResolvedStatement;
import java.util.List;

/// A script after the linter has read it.
///
/// @param statements numbers of its statements among all that the reader read
public record Linted(List<ResolvedStatement> resolved, List<Remark> remarks, Range statements) {

  public Linted {
    resolved = List.copyOf(resolved);
    remarks = List.copyOf(remarks);
  }

  /// From `first` up to `last`; nothing where `last` is less.
  public record Range(int first, int last) {
    public boolean has(int number) {
      return number >= first && number <= last;
    }
  }
}
