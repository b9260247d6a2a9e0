package dev.deed.drift.close;

import dev.deed.drift.Closing.Held;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Statements about one object, in order.
final class Lines {

  /// @param sql without a semicolon
  record Line(String sql, boolean alone, Held held, @Nullable String note) {
    Line {
      sql = CapitalKeywords.in(sql);
    }
  }

  private final List<Line> lines = new ArrayList<>();

  static Lines of(String sql) {
    return new Lines().add(sql);
  }

  Lines add(String sql) {
    return add(new Line(sql, false, Held.NO, null));
  }

  Lines add(String sql, String note) {
    return add(new Line(sql, false, Held.NO, note));
  }

  /// It must not be in a transaction with others.
  Lines alone(String sql) {
    return add(new Line(sql, true, Held.NO, null));
  }

  Lines held(String sql, Held held, String note) {
    return add(new Line(sql, false, held, note));
  }

  Lines add(Line line) {
    lines.add(line);
    return this;
  }

  Lines addAll(List<String> statements) {
    statements.forEach(this::add);
    return this;
  }

  Lines addAll(Lines others) {
    lines.addAll(others.lines);
    return this;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  List<Line> all() {
    return lines;
  }
}
