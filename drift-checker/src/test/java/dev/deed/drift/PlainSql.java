package dev.deed.drift;

/// A reconciliation as SQL, with why a statement is held back and what remains.
final class PlainSql {

  private PlainSql() {}

  static String of(Reconciliation reconciliation) {
    var text = new StringBuilder();
    for (var closing : reconciliation.closings()) {
      if (closing.note() != null) {
        text.append("-- ").append(closing.note()).append('\n');
      }
      if (closing.destructive()) {
        text.append("-- ").append(closing.held().words()).append('\n');
      }
      text.append(closing.sql()).append(";\n");
    }
    for (var object : reconciliation.left()) {
      text.append("-- remains: ").append(object.kind().words());
      text.append(' ').append(object.text()).append('\n');
    }
    return text.toString();
  }
}
